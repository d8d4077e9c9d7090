// The Unicode Consortium's own test files, as Debian's unicode-data installs them, run through our functions: every line of them, and
// every difference must be one that known_differences.txt names with its reason.
#include <doctest/doctest.h>

#include "text_conformance/unicode_file.h"
#include "text/layout.h"

using namespace kiosk;
using conformance::CaseReport;
using conformance::UnicodeFile;

namespace {

// "x 1 2": levels, where x is what rule X9 removes.
struct ExpectedLine {
  std::vector<int> levels;  // -1: x
  std::vector<std::uint32_t> order;
};

ExpectedLine expected_line(const std::string& levels, const std::string& order) {
  ExpectedLine expected;
  for (const std::string& word : conformance::words(levels)) expected.levels.push_back(word == "x" ? -1 : std::stoi(word));
  for (const std::string& word : conformance::words(order)) expected.order.push_back(static_cast<std::uint32_t>(std::stoul(word)));
  return expected;
}

// Pango's short way for a line whose letters all run in the paragraph's direction: see known_differences.txt.
bool all_at_the_paragraphs_level(const std::vector<std::uint8_t>& levels, int paragraph_level, const ExpectedLine& expected) {
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const bool same_direction = expected.levels[i] < 0 || expected.levels[i] % 2 == paragraph_level;
    if (levels[i] != paragraph_level || !same_direction) return false;
  }
  return true;
}

bool agrees(const std::u32string& text, bool right_to_left, const ExpectedLine& expected) {
  const std::vector<std::uint8_t> levels = text::embedding_levels(text, right_to_left);
  bool same_levels = true;
  for (std::size_t i = 0; i < text.size(); ++i) same_levels = same_levels && (expected.levels[i] < 0 || expected.levels[i] == levels[i]);
  if (!same_levels && !all_at_the_paragraphs_level(levels, right_to_left ? 1 : 0, expected)) return false;
  std::vector<std::uint32_t> order;
  for (const std::uint32_t i : text::visual_order(text, right_to_left)) {
    if (expected.levels[i] >= 0) order.push_back(i);
  }
  return order == expected.order;
}

// One letter of each Bidi_Class (DerivedBidiClass.txt), none of them a bracket.
char32_t letter_of(const std::string& bidi_class) {
  static const std::map<std::string, char32_t> letters{
      {"L", U'a'},        {"R", U'\u05D0'},   {"AL", U'\u0627'},  {"EN", U'1'},       {"ES", U'+'},       {"ET", U'%'},
      {"AN", U'\u0661'},  {"CS", U','},       {"NSM", U'\u0300'}, {"BN", U'\u00AD'},  {"B", U'\u2029'},   {"S", U'\t'},
      {"WS", U' '},       {"ON", U'!'},       {"LRE", U'\u202A'}, {"RLE", U'\u202B'}, {"LRO", U'\u202D'}, {"RLO", U'\u202E'},
      {"PDF", U'\u202C'}, {"LRI", U'\u2066'}, {"RLI", U'\u2067'}, {"FSI", U'\u2068'}, {"PDI", U'\u2069'}};
  return letters.at(bidi_class);
}

// A line of LineBreakTest or GraphemeBreakTest: "× 0023 ÷ 0020 ÷", the offsets in bytes of its ÷.
struct BreakLine {
  std::string text;
  std::vector<std::uint32_t> breaks;
};

BreakLine break_line(const std::string& data) {
  BreakLine line;
  for (const std::string& word : conformance::words(data)) {
    if (word == "÷") {
      line.breaks.push_back(static_cast<std::uint32_t>(line.text.size()));
    } else if (word != "×") {
      line.text += conformance::utf8(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
    }
  }
  return line;
}

template <class Function>
void check_breaks(const char* name, Function function) {
  CaseReport report(name);
  UnicodeFile file(name);
  for (std::string line; file.next(line);) {
    const BreakLine expected = break_line(line);
    report.count(line, file.comment(), function(expected.text) == expected.breaks);
  }
  report.finish();
}

}  // namespace

TEST_CASE("Levels and visual order of every sequence of bidi classes in BidiTest.txt") {
  CaseReport report("BidiTest.txt");
  UnicodeFile file("BidiTest.txt");
  std::string levels;
  std::string order;
  for (std::string line; file.next(line);) {
    if (line.rfind("@Levels:", 0) == 0) {
      levels = line.substr(8);
    } else if (line.rfind("@Reorder:", 0) == 0) {
      order = line.substr(9);
    } else if (line[0] != '@') {
      const std::size_t semicolon = line.find(';');
      std::u32string text;
      for (const std::string& bidi_class : conformance::words(line.substr(0, semicolon))) text.push_back(letter_of(bidi_class));
      const ExpectedLine expected = expected_line(levels, order);
      // Bit 1 asks for the direction to be guessed, which the kiosk never does; 2 is left to right, 4 right to left.
      const int directions = std::stoi(line.substr(semicolon + 1), nullptr, 16);
      if ((directions & 2) != 0) report.count(line, "left to right", agrees(text, false, expected));
      if ((directions & 4) != 0) report.count(line, "right to left", agrees(text, true, expected));
    }
  }
  report.finish();
}

TEST_CASE("Levels and visual order of every line of BidiCharacterTest.txt") {
  CaseReport report("BidiCharacterTest.txt");
  UnicodeFile file("BidiCharacterTest.txt");
  for (std::string line; file.next(line);) {
    const std::vector<std::string> fields = conformance::fields(line);
    std::u32string text;
    for (const std::string& word : conformance::words(fields[0])) text.push_back(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
    // Field 2 is the paragraph's level, given or guessed; ours is always given.
    report.count(line, "", agrees(text, fields[2] == "1", expected_line(fields[3], fields[4])));
  }
  report.finish();
}

TEST_CASE("Line break opportunities of every line of LineBreakTest.txt") {
  check_breaks("auxiliary/LineBreakTest.txt", [](const std::string& text) { return text::line_break_opportunities(text); });
}

TEST_CASE("Grapheme boundaries of every line of GraphemeBreakTest.txt") {
  check_breaks("auxiliary/GraphemeBreakTest.txt", [](const std::string& text) { return text::grapheme_boundaries(text); });
}
