// How well typed words fit the texts that tell of one thing: its name, its other names, what it belongs to, what is said of it. What
// program_search and place_search share. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "locale/search_text.h"
#include "model/event.h"

namespace kiosk::session {

// Where a text stands, from what a visitor most likely means to what mentions it. `group` is what one filters by: a family, a level, a way of
// training, an institute.
enum class Where : std::uint8_t { shown_name, other_name, alias, group, detail };

struct Candidate {
  Where where = Where::detail;
  std::string text;
  base::Language language = base::Language::arabic;
};

// Adds every language of `text` but the one that is shown as `name`.
void add_candidates(std::vector<Candidate>& all, Where where, const model::LocalText& text, const std::string& name);

// Where a thing was found.
struct Found {
  // The text that was found where it is not the name shown: the name in another language, an alias, a tool. Empty otherwise.
  std::string found_in;
  base::Language found_language = base::Language::arabic;
  bool in_name = false;  // whether `marks` are of the name shown, else of `found_in`
  std::vector<std::pair<std::uint32_t, std::uint32_t>> marks;  // byte ranges, one for each typed word found there
};

struct FoundThing {
  std::size_t index = 0;
  Found found;
};

// The things, by their texts, that the words of `typed` lead to, the best match first. Words are taken singly, those that say nothing are left
// out, and rare ones count for more; a typo is forgiven where no thing has the word as it is typed. Nothing typed finds nothing.
std::vector<FoundThing> rank(const std::vector<std::vector<Candidate>>& things, std::string_view typed);

// For what leads nowhere: at most `most` things whose names or aliases look the most like a word of `typed`, by the pairs of letters they share
// (Dice's coefficient), the likest first. None where there is no likeness worth offering.
std::vector<std::size_t> nearest(const std::vector<std::vector<Candidate>>& things, std::string_view typed, std::size_t most);

// The same as rank() for things with `texts_of` each; a Result is a Found that also has its thing in `which`.
template <class Result, class Thing, class TextsOf>
std::vector<Result> search(const std::vector<Thing>& things, std::string_view typed, const Thing* Result::*which, TextsOf texts_of) {
  std::vector<Result> found;
  if (typed.empty()) return found;
  std::vector<std::vector<Candidate>> texts;
  for (const Thing& thing : things) texts.push_back(texts_of(thing));
  for (FoundThing& one : rank(texts, typed)) {
    Result result;
    static_cast<Found&>(result) = std::move(one.found);
    result.*which = &things[one.index];
    found.push_back(std::move(result));
  }
  return found;
}

// Likewise for what leads nowhere.
template <class Thing, class TextsOf>
std::vector<const Thing*> nearest(const std::vector<Thing>& things, std::string_view typed, TextsOf texts_of) {
  constexpr std::size_t kMost = 4;
  std::vector<std::vector<Candidate>> texts;
  for (const Thing& thing : things) texts.push_back(texts_of(thing));
  std::vector<const Thing*> likest;
  for (const std::size_t index : nearest(texts, typed, kMost)) likest.push_back(&things[index]);
  return likest;
}

}  // namespace kiosk::session
