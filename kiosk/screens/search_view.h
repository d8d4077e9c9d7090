// What was found while something is typed, programs or places, above the keyboard.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/catalogue.h"
#include "screens/form_view.h"
#include "session/word_match.h"

namespace kiosk::screens {

struct FoundRow {
  std::string id;  // "program.zellige"
  Phrase name;
  Phrase found_in;  // where it was found when not in the name: another language's name, an alias, a tool
  bool marks_name = false;  // whether `marks` are of the name, else of `found_in`
  std::vector<std::pair<std::uint32_t, std::uint32_t>> marks;  // bytes
  Phrase facts;
  std::string picture;  // or `icon` where there is none
  std::string icon = {};
  std::optional<model::Tone> tone;
  session::Intent intent;  // when it is touched
};

// What was found of it; the rest of the row is the thing's own.
inline void tell_found(FoundRow& row, session::Found found) {
  row.found_in = {std::move(found.found_in), found.found_language};
  row.marks_name = found.in_name;
  row.marks = std::move(found.marks);
}

// While the keyboard is open.
struct SearchView {
  FormView form;
  std::vector<FoundRow> rows;
  Phrase hint;  // above the rows: while nothing is typed, or when nothing was found and the rows are offered instead
};

}  // namespace kiosk::screens
