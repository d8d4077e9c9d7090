// Patterns, plurals of every language, fallback and isolates.
#include "locale/messages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>
#include <utility>
#include <vector>

using namespace kiosk::locale;

namespace {

Messages with(Language language, std::string_view key, std::string_view pattern) {
  Messages messages;
  REQUIRE(messages.set(language, key, pattern));
  return messages;
}

std::string counted(const Messages& messages, Language language, std::int64_t count) {
  return messages.format("count", language, {{"count", count}}).text;
}

}  // namespace

TEST_CASE("Arabic has six plurals: none, one, two, few, many and the rest") {
  const Messages messages =
      with(Language::arabic, "count",
           "{count, plural, zero {لا برنامج} one {برنامج واحد} two {برنامجان} few {# برامج} many {# برنامجا} other {# برنامج}}");
  const std::vector<std::pair<int, std::string>> expected{
      {0, "لا برنامج"},   {1, "برنامج واحد"},  {2, "برنامجان"},     {3, "3 برامج"},     {10, "10 برامج"},    {11, "11 برنامجا"},
      {99, "99 برنامجا"}, {100, "100 برنامج"}, {102, "102 برنامج"}, {103, "103 برامج"}, {111, "111 برنامجا"}};
  for (const auto& [count, text] : expected) CHECK(counted(messages, Language::arabic, count) == text);
}

TEST_CASE("French says one for nought and one, many for round millions") {
  const Messages messages =
      with(Language::french, "count", "{count, plural, one {# programme} many {# de programmes} other {# programmes}}");
  CHECK(counted(messages, Language::french, 0) == "0 programme");
  CHECK(counted(messages, Language::french, 1) == "1 programme");
  CHECK(counted(messages, Language::french, 2) == "2 programmes");
  CHECK(counted(messages, Language::french, 1'000'000).ends_with(" de programmes"));
}

TEST_CASE("English tells one from the rest, Tamazight does not") {
  const Messages english = with(Language::english, "count", "{count, plural, one {# program} other {# programs}}");
  CHECK(counted(english, Language::english, 0) == "0 programs");
  CHECK(counted(english, Language::english, 1) == "1 program");
  CHECK(counted(english, Language::english, 24) == "24 programs");
  const Messages tamazight = with(Language::tamazight, "count", "{count, plural, other {# ⵏ ⵓⵙⵉⵏⴰⴳ}}");
  CHECK(counted(tamazight, Language::tamazight, 1) == "1 ⵏ ⵓⵙⵉⵏⴰⴳ");
}

TEST_CASE("numbers are shown in Western digits in every language") {
  for (Language language : kiosk::base::kLanguages) {
    CHECK(counted(with(language, "count", "{count}"), language, 214) == "214");
    CHECK(counted(with(language, "count", "{count, plural, other {#}}"), language, 390) == "390");
  }
}

TEST_CASE("an exact number has its own words") {
  const Messages messages = with(Language::english, "count", "{count, plural, =0 {Next at {time}} one {# now} other {# now}}");
  CHECK(messages.format("count", Language::english, {{"count", std::int64_t{0}}, {"time", std::string("10:15")}}).text ==
        "Next at 10:15");
}

TEST_CASE("texts are put in as they are, braces and all") {
  const Messages messages = with(Language::french, "and", "{first} et {last}");
  CHECK(messages.format("and", Language::french, {{"first", std::string("{a}")}, {"last", std::string("l'eau")}}).text ==
        "{a} et l'eau");
}

TEST_CASE("apostrophes need no care, and quote braces where ICU says so") {
  CHECK(with(Language::french, "plain", "l'atelier d'Inezgane").text("plain", Language::french).text == "l'atelier d'Inezgane");
  CHECK(with(Language::french, "doubled", "l''atelier").text("doubled", Language::french).text == "l'atelier");
  CHECK(with(Language::french, "quoted", "'{'{x}'}'").format("quoted", Language::french, {{"x", std::string("1")}}).text ==
        "{1}");
}

TEST_CASE("a wrong pattern is refused with its place, and what was set before stays") {
  Messages messages = with(Language::english, "count", "{count} seats");
  const std::vector<std::string> wrong{"{count",
                                       "count}}{",
                                       "{count, plural, one {x}}",
                                       "{count, plurl, other {x}}",
                                       "{count, plural, other {x}",
                                       "{count, date}",
                                       "{count, choice, 0#x}",
                                       "{a b}",
                                       "{}"};
  for (const std::string& pattern : wrong) {
    CAPTURE(pattern);
    const auto set = messages.set(Language::english, "count", pattern);
    REQUIRE_FALSE(set);
    CHECK(set.error().message.find("at character") != std::string::npos);
    CHECK(counted(messages, Language::english, 3) == "3 seats");
  }
  CHECK(messages.set(Language::english, "count", "{count, plurl, other {x}}").error().message ==
        "not a message pattern: unknown kind of argument at character 9");
}

TEST_CASE("a pattern that nests without end, or is longer than any sentence, is refused before anything reads it") {
  Messages messages = with(Language::english, "count", "{count} seats");
  std::string nested = "x";
  for (int depth = 0; depth < 4500; ++depth) nested = "{count, plural, other {" + nested + "}}";
  CHECK(messages.set(Language::english, "count", nested).error().message.starts_with("longer than"));
  CHECK(messages.set(Language::english, "count", std::string(300, '{') + std::string(300, '}')).error().message == "nested more than 8 braces deep");
  CHECK(counted(messages, Language::english, 3) == "3 seats");
}

TEST_CASE("a select is answered by a number's digits, never by an error in the middle of the day") {
  CHECK(counted(with(Language::english, "count", "{count, select, 3 {three} other {many}}"), Language::english, 3) == "three");
  CHECK(counted(with(Language::english, "count", "{count, select, 3 {three} other {many}}"), Language::english, 4) == "many");
}

TEST_CASE("an argument of the wrong kind shows the text's key, never nothing and never the pattern") {
  const Messages messages = with(Language::english, "count", "{count, plural, one {# seat} other {# seats}}");
  CHECK(messages.format("count", Language::english, {{"count", std::string("many")}}).text == "[count]");
}

TEST_CASE("a missing text falls back in the operator's order and carries its own language") {
  Messages messages;
  REQUIRE(messages.set(Language::french, "nav.home", "Accueil"));
  REQUIRE(messages.set(Language::english, "nav.home", "Home"));
  CHECK(messages.text("nav.home", Language::english) == Phrase{"Home", Language::english});
  CHECK(messages.text("nav.home", Language::tamazight) == Phrase{"Accueil", Language::french});
  messages.set_fallback({Language::english, Language::french});
  CHECK(messages.text("nav.home", Language::tamazight) == Phrase{"Home", Language::english});
  CHECK(messages.text("nav.away", Language::arabic) == Phrase{"[nav.away]", Language::arabic});
}

TEST_CASE("plurals of a text that fell back follow the language it fell back to") {
  const Messages messages = with(Language::french, "count", "{count, plural, one {# programme} other {# programmes}}");
  CHECK(messages.format("count", Language::tamazight, {{"count", std::int64_t{1}}}) == Phrase{"1 programme", Language::french});
}

TEST_CASE("the names in braces of a pattern are known, whatever they are nested in") {
  const Messages messages = with(Language::english, "key", "{b} '{'quoted'}' {a, plural, =0 {at {time}} other {# {b}}}");
  CHECK(messages.argument_names(Language::english, "key") == std::vector<std::string>{"a", "b", "time"});
  CHECK(messages.argument_names(Language::french, "key").empty());
}

TEST_CASE("coverage is the share of the known texts that a language has") {
  Messages messages;
  CHECK(messages.coverage(Language::arabic) == 0.0);
  const auto& keys = Messages::known_keys();
  CHECK(std::is_sorted(keys.begin(), keys.end()));
  CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
  for (std::string_view key : keys) REQUIRE(messages.set(Language::arabic, key, "x"));
  REQUIRE(messages.set(Language::arabic, "unknown.key", "x"));
  CHECK(messages.coverage(Language::arabic) == 1.0);
  REQUIRE(messages.set(Language::french, keys[0], "x"));
  CHECK(messages.coverage(Language::french) == doctest::Approx(1.0 / static_cast<double>(keys.size())));
  CHECK(messages.has(Language::french, keys[0]));
  CHECK_FALSE(messages.has(Language::french, keys[1]));
}

TEST_CASE("messages can be moved and read from several threads at once") {
  Messages first = with(Language::arabic, "count", "{count, plural, two {اثنان} other {#}}");
  const Messages messages = std::move(first);
  std::vector<std::thread> readers;
  std::vector<std::string> seen(4);
  for (std::string& text : seen) {
    readers.emplace_back([&] {
      for (int i = 0; i < 200; ++i) text = counted(messages, Language::arabic, 2);
    });
  }
  for (std::thread& reader : readers) reader.join();
  CHECK(seen == std::vector<std::string>(4, "اثنان"));
}

TEST_CASE("isolates keep a name or a number from turning its surroundings round") {
  CHECK(isolate("Aït Melloul") == "\u2068Aït Melloul\u2069");
  CHECK(isolate_left_to_right("+212 5 28") == "\u2066+212 5 28\u2069");
}

TEST_CASE("each language is called by its own name") {
  CHECK(endonym(Language::arabic) == Phrase{"العربية", Language::arabic});
  CHECK(endonym(Language::french) == Phrase{"Français", Language::french});
  CHECK(endonym(Language::english) == Phrase{"English", Language::english});
  CHECK(endonym(Language::tamazight) == Phrase{"ⵜⴰⵎⴰⵣⵉⵖⵜ", Language::tamazight});
}
