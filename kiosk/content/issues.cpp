#include "content/issues.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/format.h"
#include "content/check_translation.h"
#include "content/text_guard.h"

namespace kiosk::content {

std::string describe(const Issue& issue, base::Language language) {
  std::string text = issue.file;
  if (issue.line > 0) text += fmt::format(":{}:{}", issue.line, issue.column);
  text += fmt::format(": {}: {}", in_language(issue.severity == Severity::error ? "error" : "warning", language), in_language(issue.message, language));
  if (!issue.remedy.empty()) text += "\n  " + in_language(issue.remedy, language);
  return text;
}

void Issues::error(const SourcePlace& place, std::string_view message, std::string_view remedy) {
  has_error_ = true;
  add(Severity::error, place, message, remedy);
}

void Issues::warn(const SourcePlace& place, std::string_view message, std::string_view remedy) {
  add(Severity::warning, place, message, remedy);
}

void Issues::add(Severity severity, const SourcePlace& place, std::string_view message, std::string_view remedy) {
  if (place.line == 0 && is_torn(place.file)) return;
  // Names of files and keys are quoted in messages and may hold anything.
  issues_.push_back({severity, printable(place.file), place.line, place.column, printable(message), printable(remedy)});
}

std::vector<Issue> Issues::take() {
  const auto key = [](const Issue& issue) { return std::tie(issue.file, issue.line, issue.column, issue.message); };
  std::stable_sort(issues_.begin(), issues_.end(), [&](const Issue& a, const Issue& b) { return key(a) < key(b); });
  const auto same = [&](const Issue& a, const Issue& b) { return key(a) == key(b); };
  issues_.erase(std::unique(issues_.begin(), issues_.end(), same), issues_.end());
  return std::exchange(issues_, {});
}

}  // namespace kiosk::content
