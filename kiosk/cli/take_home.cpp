#include "cli/take_home.h"

#include <chrono>
#include <cstdio>
#include <string_view>
#include <utility>

#include "app/print_desk.h"
#include "base/file.h"
#include "base/format.h"
#include "cli/loaded_content.h"
#include "content/spelling.h"
#include "locale/dates.h"

namespace kiosk::cli {
namespace {

// A name near to what was written, else all there are.
base::Error unknown_program(const std::string& id, const model::Catalogue& catalogue) {
  std::vector<std::string_view> ids;
  for (const model::Program& program : catalogue.programs) ids.emplace_back(program.id);
  const std::string_view near = content::nearest_word(id, ids);
  const std::string remedy = near.empty() ? fmt::format("There are: {}.", fmt::join(ids, ", ")) : content::did_you_mean(near);
  return {fmt::format("no program has the id '{}'", id), remedy};
}

base::Result<base::WallTime> moment(const PaperOptions& options, const model::Event& event) {
  if (!options.now) return std::chrono::system_clock::now();
  return locale::parse_local_time(*options.now, event.time_zone);
}

base::Result<std::unique_ptr<app::PrintDesk>> open_desk(const PaperOptions& options, const content::Content& content) {
  const auto now = moment(options, content.catalogue.event);
  if (!now) return tl::make_unexpected(now.error());
  return app::PrintDesk::create(content, *now);
}

base::Result<void> write(const base::Result<std::string>& pdf, const std::filesystem::path& file) {
  if (!pdf) return tl::make_unexpected(pdf.error());
  return base::write_file_atomically(file, *pdf, base::Durability::sync_to_disk);
}

}  // namespace

int print_plan(const PaperOptions& options, const std::vector<std::string>& programs, std::optional<base::Language> language, const std::filesystem::path& file) {
  const auto content = load_content(options.content, options.data);
  if (!content) return failed(content.error());
  for (const std::string& id : programs) {
    if (content->catalogue.program(id) == nullptr) return failed(unknown_program(id, content->catalogue));
  }
  const auto desk = open_desk(options, *content);
  if (!desk) return failed(desk.error());
  const base::Language first = language.value_or(content->catalogue.event.first_language);
  if (const auto written = write((*desk)->plan({programs, {}}, first, base::companion(first)), file); !written) return failed(written.error());
  std::fputs(fmt::format("{}: written\n", file.string()).c_str(), stdout);
  return 0;
}

int print_leaflets(const PaperOptions& options, std::vector<base::Language> languages, const std::filesystem::path& folder) {
  const auto content = load_content(options.content, options.data);
  if (!content) return failed(content.error());
  const auto desk = open_desk(options, *content);
  if (!desk) return failed(desk.error());
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return failed({fmt::format("{}: cannot be made ({})", folder.string(), error.message()), "Name a folder that may be written."});
  if (languages.empty()) languages = {base::Language::arabic, base::Language::french, base::Language::english};
  std::size_t count = 0;
  for (const model::Program& program : content->catalogue.programs) {
    for (const base::Language language : languages) {
      const auto file = folder / fmt::format("{}.{}.pdf", program.id, base::code(language));
      if (const auto written = write((*desk)->leaflet(program, language), file); !written) return failed(written.error());
      ++count;
    }
  }
  std::fputs(fmt::format("{}: {} leaflets written\n", folder.string(), count).c_str(), stdout);
  return 0;
}

}  // namespace kiosk::cli
