// `kiosk leads` and `kiosk guests` on a real data folder, with the sample content.
#include <doctest/doctest.h>

#include <future>

#include "model/receipt.h"
#include "store/store.h"
#include "support/process.h"

using namespace kiosk;
using tests::Ended;
using tests::TempFolder;

namespace {

const std::string kContent = std::string(KIOSK_SOURCE_DIR) + "/config";

Ended kiosk_with(const TempFolder& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), KIOSK_PROGRAM);
  return tests::run(folder, arguments);
}

// One family and one counsellor; gives the family's receipt.
std::string fill(const std::filesystem::path& data) {
  auto store = store::Store::open({data, {}});
  REQUIRE(store.has_value());
  model::Lead lead;
  lead.key = "a";
  lead.at = base::WallTime(std::chrono::seconds(1758532500));
  lead.name = "Aïcha";
  lead.phone = "+212612345678";
  lead.programs = {"zellige", "taken-out-of-the-content"};
  lead.consents = {{"information", true}, {"newsletter", false}};
  std::promise<std::string> receipt;
  (*store)->save_lead(lead, [&](const base::Result<std::string>& result) { receipt.set_value(result.value_or("")); });
  model::Guest guest;
  guest.key = "g";
  guest.at = lead.at;
  guest.kind = model::GuestKind::guidance_counsellor;
  guest.party_size = 2;
  (*store)->save_guest(guest, [](const base::Result<int>&) {});
  (*store)->flush();
  return receipt.get_future().get();
}

}  // namespace

TEST_CASE("leads are exported as CSV in the language asked for, with names from the content") {
  const TempFolder folder;
  const std::string receipt = fill(folder / "data");
  const std::string file = (folder / "leads.csv").string();
  const Ended ran = kiosk_with(folder, {"leads", "export", "--format", "csv", "--lang", "fr", "-o", file, "--data", (folder / "data").string(), "--content", kContent});
  INFO(ran.errors);
  REQUIRE(ran.status == 0);
  CHECK(ran.output == file + ": 1 rows written and read back\n");
  const std::string csv = tests::slurp(file);
  CHECK(csv.starts_with("\xEF\xBB\xBF" "Urgence;À rappeler au plus tard;Code du reçu;Date et heure;Nom;"));
  CHECK(csv.find("\r\nNouveau;;" + model::show_receipt(receipt) + ";2025-09-22 10:15;Aïcha;Famille;La personne elle-même;06 12 34 56 78;;\"Zellige, taken-out-of-the-content\";") != std::string::npos);
  CHECK(csv.ends_with(";Oui;Non\r\n"));
  const std::string tabs = (folder / "tabs.csv").string();
  const Ended with_tabs = kiosk_with(folder, {"leads", "export", "--format", "csv", "--separator", "tab", "--lang", "fr", "-o", tabs, "--data", (folder / "data").string(), "--content", kContent});
  REQUIRE(with_tabs.status == 0);
  CHECK(tests::slurp(tabs).ends_with("\tOui\tNon\r\n"));
}

TEST_CASE("an export replaces no file, and is named after its format") {
  const TempFolder folder;
  fill(folder / "data");
  const auto export_to = [&](const std::string& file, const std::string& format) {
    return kiosk_with(folder, {"leads", "export", "--format", format, "-o", (folder / file).string(), "--data", (folder / "data").string(), "--content", kContent});
  };
  folder.write("leads.csv", "yesterday's");
  const Ended again = export_to("leads.csv", "csv");
  CHECK(again.status == 1);
  CHECK(again.errors.find("there is already such a file\n  Write another name after -o") != std::string::npos);
  CHECK(tests::slurp(folder / "leads.csv") == "yesterday's");
  const Ended otherwise = export_to("today.csv", "xlsx");
  CHECK(otherwise.status == 1);
  CHECK(otherwise.errors.find("the name says csv, but --format says xlsx") != std::string::npos);
  CHECK(otherwise.errors.find("today.xlsx, or --format csv.") != std::string::npos);
}

TEST_CASE("the receipt code that the help shows is one that could be read") {
  const TempFolder folder;
  const Ended help = kiosk_with(folder, {"leads", "erase", "--help"});
  const std::size_t at = help.output.find("as ", help.output.find("The code of the receipt")) + 3;
  CHECK(model::read_receipt(help.output.substr(at, 8)).has_value());
}

TEST_CASE("guests are listed in Arabic, and exported as a workbook") {
  const TempFolder folder;
  fill(folder / "data");
  const Ended list = kiosk_with(folder, {"guests", "list", "--data", (folder / "data").string(), "--content", kContent});
  REQUIRE(list.status == 0);
  CHECK(list.output.find("1\t2025-09-22 10:15\tمستشار في التوجيه\t2\t") != std::string::npos);
  const Ended write = kiosk_with(folder, {"guests", "export", "--format", "xlsx", "-o", (folder / "g.xlsx").string(), "--data", (folder / "data").string(), "--content", kContent});
  CHECK(write.status == 0);
  CHECK(std::filesystem::file_size(folder / "g.xlsx") > 1000);
}

TEST_CASE("a lead is erased by its receipt however it is typed; a wrong code erases nothing and says why") {
  const TempFolder folder;
  const std::string receipt = fill(folder / "data");
  const std::string data = (folder / "data").string();
  const Ended wrong = kiosk_with(folder, {"leads", "erase", "K7M-0000", "--data", data});
  CHECK(wrong.status == 1);
  CHECK(wrong.errors.find("this is no receipt code") != std::string::npos);
  CHECK(kiosk_with(folder, {"leads", "erase", model::show_receipt(receipt), "--data", data}).status == 0);
  const Ended again = kiosk_with(folder, {"leads", "erase", receipt, "--data", data});
  CHECK(again.status == 1);
  CHECK(again.errors.find("no lead has this receipt code") != std::string::npos);
  const Ended list = kiosk_with(folder, {"leads", "list", "--lang", "fr", "--data", data, "--content", kContent});
  CHECK(list.status == 0);
  CHECK(list.output.find("Aïcha") == std::string::npos);
}

TEST_CASE("wrong usage is told from failure") {
  const TempFolder folder;
  CHECK(kiosk_with(folder, {"leads"}).status == 2);
  CHECK(kiosk_with(folder, {"leads", "export", "--format", "pdf", "-o", "x"}).status == 2);
  const Ended empty = kiosk_with(folder, {"leads", "list", "--data", (folder / "none").string(), "--content", kContent});
  CHECK(empty.status == 1);
  CHECK(empty.errors.find("there is no database yet") != std::string::npos);
}
