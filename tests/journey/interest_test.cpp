// A family leaves its interest: T2 within its budget, T6 the language in mid-form, a minor alone, what is wrong told in words; the receipt
// scanned off the picture; and nothing of it anywhere but in the database.
#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "journey/kiosk_program.h"

using namespace kiosk::tests;
using kiosk::base::Json;

namespace {

// What ZBar reads in a picture.
std::string scan(const std::filesystem::path& picture, const TempFolder& folder) {
  Process zbar({"zbarimg", "--quiet", "--raw", picture.string()}, folder.path());
  zbar.wait();
  return zbar.output();
}

const std::string kToConsent = R"(
tap attract.start
tap home.interest
tap heart.zellige
tap form.next
tap who.adult
type فاطمة الزهراء
tap form.next
type 0612345678
tap form.next
expect screen interest_consent
)";

}  // namespace

TEST_CASE("T2: hearts, who, name, phone, consent, receipt: six screens, and the receipt's QR code is the one in the database") {
  const TempFolder folder;
  const auto picture = folder / "thanks.png";
  const auto tree = folder / "tree.json";
  const Ended ended = play(folder, kToConsent + R"(
tap consent.information
tap form.submit
expect screen thanks
wait 600
shot )" + picture.string() + "\n",
                           {"--tree", tree.string()});
  CAPTURE(ended.errors);
  REQUIRE(ended.status == 0);
  const std::string rows = leads(folder);
  CHECK(rows.find("فاطمة الزهراء") != std::string::npos);
  CHECK(rows.find("06 12 34 56 78") != std::string::npos);
  CHECK(rows.find("Zellige") != std::string::npos);
  const std::string scanned = scan(picture, folder);
  const std::string label = "رمز الوصل: ";
  const auto at = scanned.find(label);
  REQUIRE(at != std::string::npos);
  CHECK(rows.find(scanned.substr(at + label.size(), 8)) != std::string::npos);
  // The tree, the output and the messages hold nothing of the family, the receipt included.
  for (const std::string& said : {slurp(tree), ended.output, ended.errors}) {
    CHECK(said.find("فاطمة") == std::string::npos);
    CHECK(said.find("612345678") == std::string::npos);
    CHECK(said.find(scanned.substr(at + label.size(), 8)) == std::string::npos);
  }
}

TEST_CASE("T6: one touch changes the language in mid-form, and nothing typed is lost") {
  const TempFolder folder;
  const Ended ended = play(folder, R"(
tap attract.start
tap home.interest
tap form.next
tap who.guardian
type Amina A
tap nav.language.fr
expect text Quel est le nom du parent ou tuteur
type ït-Ali
tap form.next
keys amina@exemple.ma
tap form.next
expect text Écrivez le numéro en chiffres seulement.
tap nav.language.ar
expect text اكتبوا رقم الهاتف بالأرقام فقط.
tap nav.language.fr
tap form.email
type a.ali@exemple.ma
tap form.phone
tap key.backspace
press key.backspace
wait 3000
tap form.next
expect screen interest_consent
tap form.submit
expect text il nous faut votre accord
tap consent.information
tap consent.newsletter
tap form.submit
expect screen thanks
)");
  CAPTURE(ended.errors);
  REQUIRE(ended.status == 0);
  const std::string rows = leads(folder);
  CHECK(rows.find("Amina Aït-Ali") != std::string::npos);
  CHECK(rows.find("a.ali@exemple.ma") != std::string::npos);
  CHECK(rows.find("Parent or guardian") != std::string::npos);
}

TEST_CASE("a minor alone leaves no contact and is sent back with the guardian") {
  const TempFolder folder;
  const Ended ended = play(folder, R"(
tap nav.language.fr
tap home.interest
tap heart.silver-jewellery
tap form.next
tap who.minor
expect screen interest_minor
expect text Revenez avec un parent ou un tuteur
tap form.next
expect screen my_visit
)");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  CHECK(statistics(folder)["leads"] == 0);
  CHECK(statistics(folder)["hearts"] == 1);
}

TEST_CASE("a long press offers a letter's variants, and sliding onto one types it") {
  const TempFolder folder;
  const Ended ended = play(folder, R"(
tap nav.language.fr
tap home.interest
tap form.next
tap who.adult
type Maëlle Œuvrard
tap key.layer.arabic
type ڭ
tap form.next
type 0612345678
tap form.next
tap consent.information
tap form.submit
expect screen thanks
)");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  CHECK(leads(folder).find("Maëlle Œuvrardڭ") != std::string::npos);
}

TEST_CASE("a name in Tifinagh, an address completed by its ending, and a number that is judged when its field is left") {
  const TempFolder folder;
  const Ended ended = play(folder, R"(
tap nav.language.fr
tap home.interest
tap form.next
tap who.adult
type ⵜⴰⵏⵉⵔⵜ
tap key.ⴳⵯ
tap form.next
tap form.email
type fatima@gm
tap key.@gmail.com
tap form.phone
expect no form.email.problem
type 06 12
tap form.email
expect text Il manque un ou plusieurs chiffres
tap form.phone
type 345678
tap form.next
tap consent.information
tap form.submit
expect screen thanks
)");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  const std::string rows = leads(folder);
  CHECK(rows.find("ⵜⴰⵏⵉⵔⵜⴳⵯ") != std::string::npos);
  CHECK(rows.find("fatima@gmail.com") != std::string::npos);
  CHECK(rows.find("06 12 34 56 78") != std::string::npos);
}

TEST_CASE("back keeps what was typed and ticked; after the thanks the next form is empty") {
  const TempFolder folder;
  const Ended ended = play(folder, kToConsent + R"(
tap consent.information
tap form.back
expect screen interest_contact
tap form.next
tap form.submit
expect screen thanks
tap form.next
expect screen home
tap home.interest
tap form.next
tap who.adult
expect no form.name.problem
tap form.next
expect text اكتبوا الاسم للمتابعة.
tap nav.done
expect screen attract
)");
  CAPTURE(ended.errors);
  CHECK(ended.status == 0);
  CHECK(statistics(folder)["leads"] == 1);
}
