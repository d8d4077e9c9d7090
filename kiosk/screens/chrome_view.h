// What surrounds every screen: the navigation bar, the comfort sheet, the idle countdown, the quiet line about demonstration values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "screens/context.h"

namespace kiosk::screens {

struct LanguageChoice {
  Language language = Language::arabic;
  std::string widget;  // "nav.language.ar"
  Phrase name;         // its own name
  bool selected = false;
};

struct NavItem {
  std::string_view id;  // "nav.back"
  Phrase label;
  std::string_view icon;
  bool selected = false;
  session::Intent intent;
};

// The bar along the bottom: the visitor's ways, or staff's pages. The last item is the way out: it stands alone at the end of the row.
struct NavView {
  std::vector<NavItem> items;
  std::vector<LanguageChoice> languages;
  bool telling = false;  // a form is open: the way out looks quiet and does not stand below "next"
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
  Phrase reach;
  Phrase reach_line;
  bool reach_on = false;
  Phrase on;
  Phrase off;
  Phrase close;
};

// Reach mode: the page is seen through the lower half of the screen, and moved there by two buttons.
struct ReachView {
  Phrase up;
  Phrase down;
};

// Asked before what was typed is forgotten.
struct LeaveView {
  Phrase title;
  Phrase line;
  Phrase stay;
  Phrase sure;
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
NavView make_staff_nav_view(const ViewContext& context);
ComfortView make_comfort_view(const ViewContext& context);
// Nothing where it is off, and where a keyboard stands, which is in the lower half already.
std::optional<ReachView> make_reach_view(const ViewContext& context);
LeaveView make_leave_view(const ViewContext& context);
IdleView make_idle_view(const ViewContext& context, int seconds);

}  // namespace kiosk::screens
