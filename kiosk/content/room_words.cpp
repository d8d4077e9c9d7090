#include "content/room_words.h"

#include <string>
#include <vector>

#include "locale/search_text.h"
#include "model/kind_words.h"

namespace kiosk::content {
namespace {

using model::AreaKind;

struct Word {
  AreaKind kind;
  locale::SearchWord word;
};

const std::vector<Word>& telling_words() {
  static const std::vector<Word> all = [] {
    std::vector<Word> made;
    for (const model::KindWords& told : model::kKindWords) {
      for (const std::u32string& word : locale::words_of(locale::fold(told.words))) made.push_back({told.kind, locale::search_word(word)});
    }
    return made;
  }();
  return all;
}

}  // namespace

std::optional<AreaKind> kind_told_by(std::string_view text) {
  const locale::FoldedText folded = locale::fold(text);
  for (const Word& word : telling_words()) {
    const auto match = locale::find_word(folded, word.word, locale::Forgiving::forms);
    if (match && match->fit == locale::Fit::whole_word) return word.kind;
  }
  return std::nullopt;
}

}  // namespace kiosk::content
