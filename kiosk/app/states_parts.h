// What the tables of named states share: sessions put where a state wants them. Private to states*.cpp.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/states.h"
#include "session/session.h"

namespace kiosk::app {

// Adds a state in the morning of a free visit and gives it to be changed further, until the next one is added.
using AddState = std::function<NamedState&(std::string_view name, session::Session session)>;

// From the first step of the interest to what is told after saving, and a receipt code.
void add_interest_states(const model::Catalogue& catalogue, const AddState& add);
// The plan of the building.
void add_map_states(const model::Catalogue& catalogue, const AddState& add);
// Guided tours.
void add_tour_states(const model::Catalogue& catalogue, const AddState& add);
// The pages behind the PIN.
void add_staff_states(const model::Catalogue& catalogue, const AddState& add);

// The program whose name and summary are longest in any language: where a layout breaks first.
std::string longest_program(const model::Catalogue& catalogue);
std::string some_program(const model::Catalogue& catalogue);
// `some_program` and another beside it, the longest where that is one; fewer when there are not two.
std::vector<std::string> two_programs(const model::Catalogue& catalogue);
// Up to `most`, no two of them the same; `step` apart in the catalogue where there are enough.
std::vector<std::string> some_programs(const model::Catalogue& catalogue, std::size_t most, std::size_t step);
session::Session at(session::ScreenId screen, std::string subject = {});
session::Session with_hearts(session::Session session, const model::Catalogue& catalogue);
session::Session sized(session::Session session, session::TextSize size);
session::Session contrasted(session::Session session);
session::Session within_reach(session::Session session);
void type(session::Session& session, session::Field field, std::string_view text);
// In a form, with the keyboard in its first field.
session::Session in_form(session::Session session);
session::Session in_error(session::Session session);
// A parent's three children, of whom one is hardly told of.
std::vector<model::Child> three_children(const model::Catalogue& catalogue);

}  // namespace kiosk::app
