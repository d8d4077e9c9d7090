#include "cli/records.h"

#include <chrono>
#include <cstdio>

#include "app/records_table.h"
#include "base/ascii.h"
#include "base/format.h"
#include "cli/loaded_content.h"
#include "exporters/csv.h"
#include "exporters/file_export.h"
#include "model/receipt.h"
#include "store/erasure.h"

namespace kiosk::cli {
namespace {

// Gives the table of what is asked for to `use`, with the content that it reads its words from.
template <class Use>
int with_table(const RecordOptions& options, Use use) {
  const auto content = load_content(options.content, options.data);
  if (!content) return failed(content.error());
  const exporters::Wording wording{content->catalogue, content->messages, options.language.value_or(content->catalogue.event.first_language)};
  auto table = app::records_table(options.records, options.data, wording, std::chrono::system_clock::now());
  if (!table) return failed(table.error());
  return use(*table);
}

// Whether `file` is named after its format, as whatever opens it expects, and nothing that somebody relies on has this name.
base::Result<void> may_be_written(const std::filesystem::path& file, const std::string& format) {
  const std::string ending = base::in_small_letters(file.extension().string());
  const std::string other = format == "csv" ? "xlsx" : "csv";
  if (ending == "." + other) {
    return base::fail(fmt::format("{}: the name says {}, but --format says {}", file.string(), other, format),
                      fmt::format("Write -o {}, or --format {}.", std::filesystem::path(file).replace_extension(format).string(), other));
  }
  std::error_code failed;
  if (std::filesystem::exists(file, failed)) {
    return base::fail(fmt::format("{}: there is already such a file", file.string()), "Write another name after -o, or move the file away first.");
  }
  return {};
}

}  // namespace

int list_records(const RecordOptions& options) {
  return with_table(options, [](const exporters::Table& table) {
    const auto rows = exporters::write_tab_separated(table, [](std::string_view text) -> base::Result<void> {
      std::fwrite(text.data(), 1, text.size(), stdout);
      return {};
    });
    return rows ? 0 : failed(rows.error());
  });
}

int export_records(const RecordOptions& options, const std::string& format, const std::filesystem::path& file) {
  if (const auto fits = may_be_written(file, format); !fits) return failed(fits.error());
  return with_table(options, [&](exporters::Table& table) {
    if (options.separator) table.separator = *options.separator;
    const auto rows = exporters::export_table(table, format == "csv" ? model::ExportFormat::csv : model::ExportFormat::xlsx, file, app::scratch_folder(options.data));
    if (!rows) return failed(rows.error());
    std::fputs(fmt::format("{}: {} rows written and read back\n", file.string(), *rows).c_str(), stdout);
    return 0;
  });
}

int erase_lead(const std::filesystem::path& data, const std::string& code) {
  const auto receipt = model::read_receipt(code);
  if (!receipt) {
    return failed({"this is no receipt code", "It has seven characters, as K7M-4QXQ, without 0, O, 1, I and L; read it once more from the receipt."});
  }
  const auto erased = store::erase_lead(data, *receipt, std::chrono::system_clock::now(), [](const base::Error& beside) { failed(beside); });
  if (!erased) return failed(erased.error());
  if (!*erased) return failed({"no lead has this receipt code", "It may have been erased before, or saved on another kiosk."});
  std::fputs("erased; files exported before still hold it\n", stdout);
  return 0;
}

}  // namespace kiosk::cli
