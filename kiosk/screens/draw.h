// Draws a ScreenView into a frame and collects what the visitor wants. Drawing changes nothing but the UI memory it is given.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "screens/screen_view.h"
#include "session/session.h"
#include "ui/frame.h"
#include "ui/keyboard.h"
#include "ui/text_field.h"

namespace kiosk::screens {

// How the plan is looked at, and how much of the way is drawn already.
struct MapMemory {
  float zoom = 1;  // 1: the whole floor
  float wanted_zoom = 1;
  base::Point anchor;  // window pixels; stays in place while the zoom changes
  base::Point centre;  // metres, as the plan is turned
  bool placed = false;
  bool moving = false;  // by itself: coming back from beyond an edge, or zooming
  base::SteadyTime stepped{};
  std::size_t way = 0;  // MapView::way_key of the way that is drawn; 0: none
  base::SteadyTime way_began{};
};

// The photo of a program that is shown, and how far a finger has dragged it.
struct GalleryMemory {
  std::string program;
  std::size_t index = 0;
  float drag_px = 0;
};

// What the screens remember between frames beside the session. Wiped with the visitor.
struct UiMemory {
  session::Place shown;
  bool shown_once = false;
  base::SteadyTime entered{};        // when `shown` came on screen
  base::SteadyTime attract_began{};
  float reach_px = 0;  // how far the page is moved up in reach mode
  session::Sheet reach_sheet = session::Sheet::none;  // of which page: another one is seen from its top
  MapMemory map;
  GalleryMemory gallery;
  ui::KeyboardMemory keyboard;
  std::optional<session::Field> keyboard_field;  // what `keyboard` was opened for
  ui::KeyLayer keyboard_layer = ui::KeyLayer::arabic;
  ui::FieldMemory field;  // the one in focus
  float sound_level = 0;  // 0 … 1, of what is heard; told before each frame, for it changes too often for a view
};

using Intents = std::vector<session::Intent>;

// Adds an intent of a family that is a variant of its own, as session::TourIntent, where it will stand: moving one there through a temporary
// makes GCC 12 warn of members that were never set.
template <class Family, class Wish>
void wish(Intents& intents, Wish what) {
  intents.emplace_back(std::in_place_type<Family>, std::move(what));
}

// `intent::Begin` comes with an empty visit key: the caller fills it in.
void draw_screen(ui::Frame& frame, const ScreenView& view, UiMemory& memory, Intents& intents);

// One screen each, in the part of the window that the navigation bar leaves.
void draw_attract(ui::Frame& frame, const AttractView& view, const NavView& nav, const Phrase& demo_line, UiMemory& memory, Intents& intents);
void draw_home(ui::Frame& frame, ui::Rect area, const HomeView& view, Intents& intents);
void draw_program_list(ui::Frame& frame, ui::Rect area, const ProgramListView& view, UiMemory& memory, Intents& intents);
void draw_search(ui::Frame& frame, ui::Rect area, const SearchView& view, UiMemory& memory, Intents& intents);
void draw_program(ui::Frame& frame, ui::Rect area, const ProgramView& view, UiMemory& memory, Intents& intents);
void draw_workshops(ui::Frame& frame, ui::Rect area, const WorkshopsView& view, Intents& intents);
void draw_my_visit(ui::Frame& frame, ui::Rect area, const MyVisitView& view, Intents& intents);
void draw_agenda(ui::Frame& frame, ui::Rect area, const AgendaView& view, Intents& intents);
void draw_reception(ui::Frame& frame, ui::Rect area, const ReceptionView& view, UiMemory& memory, Intents& intents);
void draw_interest(ui::Frame& frame, ui::Rect area, const InterestView& view, UiMemory& memory, Intents& intents);
void draw_map(ui::Frame& frame, ui::Rect area, const MapView& view, UiMemory& memory, Intents& intents);
void draw_staff_pin(ui::Frame& frame, ui::Rect area, const StaffPinView& view, Intents& intents);
void draw_staff_today(ui::Frame& frame, ui::Rect area, const StaffTodayView& view, Intents& intents);
void draw_staff_page(ui::Frame& frame, ui::Rect area, const StaffPageView& view, Intents& intents);
void draw_finder(ui::Frame& frame, ui::Rect area, const FinderView& view, Intents& intents);
void draw_questions(ui::Frame& frame, ui::Rect area, const QuestionsView& view, Intents& intents);
void draw_after(ui::Frame& frame, ui::Rect area, const AfterView& view);
void draw_figures(ui::Frame& frame, ui::Rect area, const FiguresView& view, Intents& intents);
void draw_compare(ui::Frame& frame, ui::Rect area, const CompareView& view, Intents& intents);
void draw_details(ui::Frame& frame, ui::Rect area, const DetailsView& view, UiMemory& memory, Intents& intents);
void draw_receipt(ui::Frame& frame, ui::Rect area, const ReceiptView& view, UiMemory& memory, Intents& intents);
void draw_staff_desk(ui::Frame& frame, ui::Rect area, const StaffDeskView& view, Intents& intents);
void draw_tours(ui::Frame& frame, ui::Rect area, const ToursView& view, Intents& intents);
void draw_tour(ui::Frame& frame, ui::Rect area, const TourView& view, Intents& intents);
void draw_thanks(ui::Frame& frame, ui::Rect area, const ThanksView& view, Intents& intents);

// The navigation bar along the bottom; returns its height.
float draw_nav(ui::Frame& frame, const NavView& view, Intents& intents);
void draw_take_home(ui::Frame& frame, ui::Rect area, const TakeHomeView& view, Intents& intents);
void draw_way(ui::Frame& frame, ui::Rect area, const WayView& view, Intents& intents);
void draw_comfort(ui::Frame& frame, ui::Rect area, const ComfortView& view, Intents& intents);
void draw_leave(ui::Frame& frame, ui::Rect area, const LeaveView& view, Intents& intents);
void draw_idle(ui::Frame& frame, ui::Rect area, const IdleView& view, Intents& intents);
// The row of two buttons above the navigation bar; returns its height. `most_px` is how far the page can be moved, `step_px` how far at once.
float reach_bar_height(ui::Frame& frame, const ReachView& view);
void draw_reach_bar(ui::Frame& frame, ui::Rect bar, const ReachView& view, float most_px, float step_px, float& moved_px);
void draw_language_button(ui::Frame& frame, ui::Rect rect, const LanguageChoice& choice, Intents& intents);

// The quiet line about demonstration values at the foot of a page, where it is seen without scrolling; the height it takes, 0 when there is none.
float draw_demo_line(ui::Frame& frame, ui::Rect area, const Phrase& line);

}  // namespace kiosk::screens
