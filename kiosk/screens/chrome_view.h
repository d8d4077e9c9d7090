// What surrounds every screen: the navigation bar, the comfort sheet, the idle countdown, the quiet line about demonstration values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "screens/context.h"

namespace kiosk::screens {

struct LanguageChoice {
  Language language = Language::arabic;
  std::string widget;  // "nav.language.ar"
  Phrase name;         // its own name
  bool selected = false;
};

struct NavView {
  Phrase back;
  Phrase home;
  Phrase my_visit;
  Phrase done;
  Phrase comfort;
  bool can_go_back = false;
  std::int64_t hearts = 0;
  session::ScreenId screen = session::ScreenId::home;
  std::vector<LanguageChoice> languages;
};

struct ComfortView {
  Phrase title;
  Phrase text_size;
  std::vector<Phrase> sizes;  // normal, large, largest
  session::TextSize size = session::TextSize::normal;
  Phrase contrast;
  Phrase contrast_line;
  bool high_contrast = false;
  Phrase motion;
  Phrase motion_line;
  bool reduced_motion = false;
  Phrase on;
  Phrase off;
  Phrase close;
};

struct IdleView {
  Phrase title;
  Phrase line;
  Phrase stay;
  Phrase done;
  int seconds = 0;
};

// Languages with at least 95 % of the messages get a button (V2).
inline constexpr double kCoverageForButton = 0.95;

std::vector<LanguageChoice> make_language_choices(const ViewContext& context);
NavView make_nav_view(const ViewContext& context);
ComfortView make_comfort_view(const ViewContext& context);
IdleView make_idle_view(const ViewContext& context, int seconds);

}  // namespace kiosk::screens
