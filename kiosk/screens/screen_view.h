// The whole window as one value: the screen the session is on with what surrounds it. Made anew only when the session, the content or
// the minute changes; drawn as often as an animation wants.
#pragma once

#include <optional>
#include <variant>

#include "screens/agenda_view.h"
#include "screens/attract_view.h"
#include "screens/chrome_view.h"
#include "screens/compare_view.h"
#include "screens/details_view.h"
#include "screens/finder_view.h"
#include "screens/guidance_view.h"
#include "screens/home_view.h"
#include "screens/interest_view.h"
#include "screens/map_view.h"
#include "screens/my_visit_view.h"
#include "screens/program_list_view.h"
#include "screens/program_view.h"
#include "screens/receipt_view.h"
#include "screens/reception_view.h"
#include "screens/staff_desk_view.h"
#include "screens/staff_view.h"
#include "screens/take_home_view.h"
#include "screens/tour_view.h"
#include "screens/tours_view.h"
#include "screens/way_view.h"
#include "screens/workshops_view.h"

namespace kiosk::screens {

struct ScreenView {
  session::Place place;
  session::Sheet sheet = session::Sheet::none;  // what is laid over it
  Language language = Language::arabic;
  std::variant<AttractView, HomeView, ProgramListView, ProgramView, WorkshopsView, MyVisitView, ReceptionView, AgendaView, InterestView,
               ThanksView, DetailsView, ReceiptView, MapView, FinderView, QuestionsView, AfterView, FiguresView, CompareView, ToursView, TourView, StaffPinView, StaffTodayView, StaffPageView, StaffFormView, StaffDeskView>
      body;
  NavView nav;
  std::optional<ComfortView> comfort;  // laid over the body
  std::optional<TakeHomeView> take_home;  // likewise
  std::optional<WayView> way;             // likewise
  std::optional<LeaveView> leave;         // likewise
  std::optional<IdleView> idle;
  std::optional<ReachView> reach;
  Phrase closing;          // the staff pages are about to close; empty: they are not
  Phrase storage_warning;  // nothing can be saved; empty: it can
  Phrase demo_line;  // empty when everything shown is verified
};

// `countdown_seconds` is shown while the session's sheet is the idle countdown, and before the staff pages close.
ScreenView make_screen_view(const ViewContext& context, int countdown_seconds);

}  // namespace kiosk::screens
