// One function for each kind of file in the content folder: takes its values into the draft's catalogue. They may be called in
// any order, once each; what needs more than one file is looked at afterwards by `cross_check`. Private to this folder.
#pragma once

#include "content/draft.h"

namespace kiosk::content {

void read_event(Draft& draft);       // event.toml
void read_institutes(Draft& draft);  // institutes.toml
void read_families(Draft& draft);    // families.toml
void read_levels(Draft& draft);      // levels.toml
void read_rooms(Draft& draft);       // rooms.toml
void read_map(Draft& draft);         // map.toml
void read_tours(Draft& draft);       // tours.toml
void read_programs(Draft& draft);    // programs/*.toml
void read_workshops(Draft& draft);   // workshops.toml
void read_agenda(Draft& draft);      // agenda.toml
void read_attract(Draft& draft);     // attract.toml
void read_questions(Draft& draft);   // questions.toml
void read_after(Draft& draft);       // after.toml
void read_figures(Draft& draft);     // figures.toml
void read_strings(Draft& draft);     // strings/*.toml

// What contradicts itself or is missing in the plan as a whole: overlaps, rooms without a door, nodes that no path reaches, kiosks outside,
// step-free claims that no way keeps. After every other reader.
void check_map(Draft& draft);

// Ids that do not exist, the ladder of levels, rooms taken twice, demo values without their line; then brings the catalogue into
// the order that model::Catalogue promises.
void cross_check(Draft& draft);

}  // namespace kiosk::content
