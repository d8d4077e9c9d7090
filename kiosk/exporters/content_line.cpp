#include "exporters/content_line.h"

namespace kiosk::exporters {
namespace {

constexpr std::size_t kMostOctets = 75;

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

}  // namespace

std::string escaped_text(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\n') {
      escaped += "\\n";
    } else if (c == '\\' || c == ',' || c == ';') {
      escaped += '\\';
      escaped += c;
    } else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) {
      escaped += c;
    }
  }
  return escaped;
}

std::string content_line(std::string_view name, std::string_view value) {
  std::string whole(name);
  whole.append(":").append(value);
  std::string folded;
  std::string_view rest = whole;
  std::size_t room = kMostOctets;
  while (rest.size() > room) {
    std::size_t cut = room;
    // Nor between \ and what it escapes: readers that unescape before they unfold exist.
    while (cut > 0 && (continues_character(rest[cut]) || rest[cut - 1] == '\\')) --cut;
    if (cut == 0) cut = room;
    folded.append(rest.substr(0, cut)).append("\r\n ");
    rest.remove_prefix(cut);
    room = kMostOctets - 1;  // the space that begins a continued line counts
  }
  return folded.append(rest).append("\r\n");
}

}  // namespace kiosk::exporters
