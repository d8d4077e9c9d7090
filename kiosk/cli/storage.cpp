#include "cli/storage.h"

#include <chrono>
#include <cstdio>

#include "app/housekeeping.h"
#include "base/format.h"
#include "cli/loaded_content.h"
#include "locale/dates.h"
#include "store/backups.h"
#include "store/erasure.h"
#include "store/purge_guard.h"
#include "store/snapshot.h"

namespace kiosk::cli {

int back_up(const std::filesystem::path& data, const std::filesystem::path& file) {
  const auto written = store::write_backup(data, file);
  if (!written) return failed(written.error());
  std::fputs(fmt::format("{}: written and checked; it holds names and telephone numbers: keep it where only you can read it\n", file.string()).c_str(), stdout);
  return 0;
}

int purge_records(const std::filesystem::path& data, const std::optional<std::filesystem::path>& content, const std::string& date, bool sure) {
  const auto loaded = load_content(content, data);
  const model::Event event = loaded ? loaded->catalogue.event : model::Event();
  const auto before = locale::parse_local_time(date + " 00:00", event.time_zone);
  if (!before) return failed({fmt::format("'{}' is not a day", date), "Write it as 2025-09-22; what was saved before that day is deleted."});
  auto copy = store::copy_of_database(data);
  if (!copy) return failed(copy.error());
  // The day was named by a person: no clock has a say.
  const auto question = store::question_of_purge(*copy, *before, app::retention_of(event, 0).event, model::PurgeDoubt::none);
  if (!question) return failed(question.error());
  if (question->doubt != model::PurgeDoubt::none && !sure) {
    return failed({fmt::format("{} leads and the names of {} guests would be deleted: {}", question->leads, question->guests, store::reason(question->doubt)),
                   "If that is what you want, give the same command with --yes."});
  }
  const base::WallTime now = std::chrono::system_clock::now();
  const store::Say say = [](const base::Error& beside) { failed(beside); };
  if (!question->any()) {
    const bool in_backups = store::purge_backups(data, *before, now, say);
    std::fputs(in_backups ? "0 leads purged; the backups no longer hold what is that old\n" : "0 leads purged; nothing is that old\n", stdout);
    return 0;
  }
  const auto purged = store::purge(data, *before, now, say);
  if (!purged) return failed(purged.error());
  store::ClockMemory memory = store::read_clock_memory(data);
  memory.note_purge(now, *before);
  if (const auto noted = store::write_clock_memory(data, memory); !noted) failed(noted.error());
  std::fputs(fmt::format("{} leads purged, {} guests left as a count; files exported before still hold them, and so do the backups: a running kiosk purges those a day later, the same command once more does so now\n",
                         purged->leads, purged->guests).c_str(), stdout);
  return 0;
}

}  // namespace kiosk::cli
