// The slides that draw people in, by the content's order and the clock.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "screens/cards.h"
#include "screens/context.h"

namespace kiosk::screens {

struct AttractSlide {
  model::SlideKind kind = model::SlideKind::welcome;
  Language language = Language::arabic;  // the first touch opens home in it
  Phrase kicker;    // small line above
  Phrase title;
  Phrase line;
  Phrase detail;    // time and room of the next workshop
  Phrase invitation;  // "Touch the screen to begin" in the slide's language
  Phrase reception;   // during the ceremony: reception straight from here; else empty
  std::string picture;  // empty: the zellige ornament
  model::Tone tone = model::Tone::clay;
  std::vector<Phrase> greetings;  // welcome only: one in each language
  std::chrono::seconds duration{8};
};

struct AttractView {
  bool desk = false;                 // no content: only `institutes` is shown, as sentences, and nothing can be touched
  std::vector<AttractSlide> slides;  // not empty unless `desk`
  std::vector<Phrase> institutes;
};

// Slides speak their own languages; the institutes' names stand in the language the kiosk waits in, like the line on demo data below them.
AttractView make_attract_view(const ViewContext& context);

}  // namespace kiosk::screens
