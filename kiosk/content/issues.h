// Collects what is wrong with a content folder while it is read. Order of arrival does not matter: `take` sorts (causes
// first, then by place) and drops what is said twice. Private to this folder; not thread-safe.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "content/content.h"

namespace kiosk::content {

class Issues {
 public:
  // Errors keep the content from being shown; warnings never do.
  void error(const SourcePlace& place, std::string_view message, std::string_view remedy);
  // An error on a line, or in a file, that could not be read: the cause of others, so it stands before all that is said of its file.
  void unreadable(const SourcePlace& place, std::string_view message, std::string_view remedy);
  void warn(const SourcePlace& place, std::string_view message, std::string_view remedy);

  // Something is not there. It may stand on a line that could not be read: of a torn file nothing is said.
  void lack(Severity severity, const SourcePlace& place, std::string_view message, std::string_view remedy);

  // Lines of `file` could not be read: from now on nothing is said of it as a whole, such as what it lacks.
  void mark_torn(const std::string& file) { torn_files_.insert(file); }
  bool is_torn(std::string_view file) const { return torn_files_.contains(file); }

  bool has_error() const { return has_error_; }
  // By file; what could not be read first, then by line and column. The list is empty afterwards.
  std::vector<Issue> take();

 private:
  void add(std::vector<Issue>& to, Severity severity, const SourcePlace& place, std::string_view message, std::string_view remedy);

  std::vector<Issue> issues_;
  std::vector<Issue> unreadable_;
  std::set<std::string, std::less<>> torn_files_;
  bool has_error_ = false;
};

}  // namespace kiosk::content
