// `kiosk leads`, `kiosk guests` and `kiosk seats`: what staff do with them at a terminal. All read a copy: a running kiosk is not disturbed.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/language.h"
#include "model/export_order.h"

namespace kiosk::cli {

// What all three verbs' list and export are given.
struct RecordOptions {
  model::ExportWhat records = model::ExportWhat::leads;
  std::filesystem::path data;
  std::optional<std::filesystem::path> content;  // names of programs, words, the time zone
  std::optional<base::Language> language;        // else the content's first
  std::optional<char> separator;                 // of a CSV; else what Excel expects in the language
};

// All give the exit status: 0, or 1 with a sentence on standard error.
int list_records(const RecordOptions& options);
int export_records(const RecordOptions& options, const std::string& format, const std::filesystem::path& file);
int erase_lead(const std::filesystem::path& data, const std::string& code);

}  // namespace kiosk::cli
