// The sentences of `kiosk check` in the languages of those who mend what they speak of. Every reader of files writes English; a finished sentence
// is found again by the words of its pattern (check_words.h), its parts are taken out, translated likewise where they are words, and set
// into the sentence of the other language. What no pattern knows stays English: a parser's own complaint, for one. Pure.
#pragma once

#include <string>
#include <string_view>

#include "base/language.h"
#include "model/content_report.h"

namespace kiosk::content {

// For a terminal. Tamazight has none of its own yet and gets the French one.
std::string in_language(std::string_view english, base::Language language);

// For a screen: parts are isolated in Arabic (UAX #9), whatever direction they have.
model::LocalText in_all_languages(std::string_view english);
model::ContentProblem problem_for_staff(std::string place, std::string_view message, std::string_view remedy, bool is_error);

}  // namespace kiosk::content
