// The sentences of `kiosk check` in French and Arabic: found again by their words, whatever stands between them.
#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string_view>
#include <vector>

#include "content/check_translation.h"
#include "content/check_words.h"

using namespace kiosk;
using base::Language;
using content::in_language;

namespace {

// The numbers of the parts that a sentence has.
std::multiset<char> parts_of(std::string_view sentence) {
  std::multiset<char> parts;
  for (std::size_t at = sentence.find('{'); at != std::string_view::npos; at = sentence.find('{', at + 1)) {
    if (at + 2 < sentence.size() && sentence[at + 2] == '}' && sentence[at + 1] >= '0' && sentence[at + 1] <= '9') parts.insert(sentence[at + 1]);
  }
  return parts;
}

// Sentences with the part that a parser said: its English is nobody's help in another language and is left out there.
const std::map<std::string_view, char> kParsersWords{{"not readable: {}", '0'},
                                                     {"'{}' is not a message pattern: {} at character {}", '1'},
                                                     {"'{}' is not a message that can be shown: {}", '1'},
                                                     {"'{}' is not a message that can be shown: {} where the number is {}", '1'}};

}  // namespace

TEST_CASE("a sentence is told in the language asked for, with what the file says left as it is") {
  CHECK(in_language("there is no room 'hal'", Language::french) == "il n’y a pas de salle «\u00A0hal\u00A0»");
  CHECK(in_language("there is no room 'hal'", Language::english) == "there is no room 'hal'");
  CHECK(in_language("there is no room 'hal'", Language::arabic).find("«hal»") != std::string::npos);
  CHECK(in_language("Did you mean 'hall'?", Language::tamazight) == in_language("Did you mean 'hall'?", Language::french));
}

TEST_CASE("words within a sentence are told in its language too, at any depth") {
  const std::string french = in_language("'floor' must be a whole number, but this is a number with a fraction", Language::french);
  CHECK(french.find("un nombre entier") != std::string::npos);
  CHECK(french.find("un nombre à virgule") != std::string::npos);
  CHECK(french.find("«\u00A0floor\u00A0»") != std::string::npos);
}

TEST_CASE("what no pattern knows stays as it is") {
  CHECK(in_language("", Language::french).empty());
  CHECK(in_language("a sentence that nobody wrote down", Language::arabic) == "a sentence that nobody wrote down");
}

TEST_CASE("every part of a sentence stands once in each language, and no sentence is there twice") {
  std::set<std::string_view> seen;
  std::vector<content::CheckWords> all;
  for (const auto words : {content::words_of_lines(), content::words_of_readers(), content::words_of_checks()}) all.insert(all.end(), words.begin(), words.end());
  for (const content::CheckWords& words : all) {
    CAPTURE(words.english);
    CHECK(seen.insert(words.english).second);
    std::multiset<char> expected;
    for (std::size_t at = words.english.find("{}"); at != std::string_view::npos; at = words.english.find("{}", at + 1)) expected.insert(static_cast<char>('0' + expected.size()));
    if (const auto parsers = kParsersWords.find(words.english); parsers != kParsersWords.end()) expected.erase(parsers->second);
    CHECK(parts_of(words.french) == expected);
    CHECK(parts_of(words.arabic) == expected);
    CHECK_FALSE(words.french.empty());
    CHECK_FALSE(words.arabic.empty());
  }
}

TEST_CASE("on a screen the parts of an Arabic sentence are isolated, and a terminal gets no marks") {
  const model::LocalText text = content::in_all_languages("there is no room 'hal'");
  CHECK(text.in(Language::arabic).find("\u2068hal\u2069") != std::string::npos);
  CHECK(in_language("there is no room 'hal'", Language::arabic).find("\u2068") == std::string::npos);
}
