// What a person most probably did on a line that is not TOML, and what to write in its place. Private to this folder; pure.
#pragma once

#include <string>
#include <string_view>

namespace kiosk::content {

// `complaint` is the parser's, at `column` of `line`, counted from 1 in code points.
std::string remedy_for(std::string_view complaint, std::string_view line, int column);

// "[table]" or "[[table]]", and whatever else begins so.
bool is_header(std::string_view line);
// Whether the line begins an entry: "key =" or "[table]".
bool begins_entry(std::string_view line);

}  // namespace kiosk::content
