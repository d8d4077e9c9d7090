#include "content/issues.h"

#include <algorithm>
#include <iterator>
#include <tuple>

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
  add(issues_, Severity::error, place, message, remedy);
}

void Issues::unreadable(const SourcePlace& place, std::string_view message, std::string_view remedy) {
  has_error_ = true;
  add(unreadable_, Severity::error, place, message, remedy);
}

void Issues::warn(const SourcePlace& place, std::string_view message, std::string_view remedy) {
  add(issues_, Severity::warning, place, message, remedy);
}

void Issues::lack(Severity severity, const SourcePlace& place, std::string_view message, std::string_view remedy) {
  if (is_torn(place.file)) return;
  severity == Severity::error ? error(place, message, remedy) : warn(place, message, remedy);
}

void Issues::add(std::vector<Issue>& to, Severity severity, const SourcePlace& place, std::string_view message, std::string_view remedy) {
  if (place.line == 0 && is_torn(place.file)) return;
  // Names of files and keys are quoted in messages and may hold anything.
  to.push_back({severity, printable(place.file), place.line, place.column, printable(message), printable(remedy)});
}

std::vector<Issue> Issues::take() {
  const auto key = [](const Issue& issue) { return std::tie(issue.file, issue.line, issue.column, issue.message); };
  const auto in_order = [&](std::vector<Issue>& issues) {
    std::stable_sort(issues.begin(), issues.end(), [&](const Issue& a, const Issue& b) { return key(a) < key(b); });
    issues.erase(std::unique(issues.begin(), issues.end(), [&](const Issue& a, const Issue& b) { return key(a) == key(b); }), issues.end());
  };
  in_order(unreadable_);
  in_order(issues_);
  std::vector<Issue> all;
  std::merge(unreadable_.begin(), unreadable_.end(), issues_.begin(), issues_.end(), std::back_inserter(all), [](const Issue& a, const Issue& b) { return a.file < b.file; });
  unreadable_.clear();
  issues_.clear();
  return all;
}

}  // namespace kiosk::content
