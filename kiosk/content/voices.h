// Finds the recordings that trainers put beside their programs (V22): programs/zellige/voice.shi.ogg. Looks at names, kinds and sizes
// alone; whether a recording can be played is for `app::unplayable_recordings` to say. Whatever is wrong is a warning: the page is shown
// without the recording. Private to this folder.
#pragma once

#include "content/draft.h"

namespace kiosk::content {

// The recordings of `program`, by language.
std::vector<model::Voice> find_voices(Draft& draft, const model::Program& program);

// Recordings in a folder below programs/ that is no program's: most often its name is misspelt. After every program is registered.
void warn_of_homeless_voices(Draft& draft);

}  // namespace kiosk::content
