#include "app/print_desk.h"

#include <cstdint>
#include <utility>

#include "app/stage.h"
#include "gfx/decode.h"
#include "gfx/zellige.h"
#include "locale/dates.h"
#include "model/timetable.h"
#include "ui/theme.h"

namespace kiosk::app {
namespace {

exporters::PaperLook light_look() {
  const ui::Theme& theme = ui::light_theme();
  return {theme.ink, theme.ink_soft, theme.accent, theme.on_family, theme.hairline, theme.family, theme.family_soft};
}

exporters::Picture to_picture(gfx::Image image) { return {image.width_px, image.height_px, std::move(image.pixels)}; }

exporters::Picture draw_band(base::Color strong, base::Color second) {
  const ui::Theme& theme = ui::light_theme();
  gfx::ZelligeStyle style;
  style.grout = theme.surface;
  style.stars = {strong, second};
  style.crosses = {ui::mix(theme.surface, strong, 0.16), ui::mix(theme.surface, strong, 0.3)};
  return to_picture(gfx::draw_zellige_band(exporters::kBandWidthPx, exporters::kBandHeightPx, exporters::kBandHeightPx, style));
}

std::size_t tone_of(const model::Catalogue& catalogue, const model::Program& program) {
  const model::Family* family = catalogue.family(program.family);
  return static_cast<std::size_t>(family == nullptr ? model::Tone::metal : family->tone);
}

// The first that is still to come and has room.
const model::WorkshopSession* next_workshop(const model::Catalogue& catalogue, const std::string& program, model::MinuteOfDay now) {
  const model::WorkshopSession* next = nullptr;
  for (const model::WorkshopSession& session : catalogue.workshops) {
    if (session.program != program || session.state != model::WorkshopState::as_planned || model::real_start(session) < now) continue;
    if (next == nullptr || model::real_start(session) < model::real_start(*next)) next = &session;
  }
  return next;
}

}  // namespace

base::Result<std::unique_ptr<PrintDesk>> PrintDesk::create(const content::Content& content, base::WallTime now) {
  auto shaper = text::Shaper::create(font_folders());
  if (!shaper) return tl::make_unexpected(shaper.error());
  return std::unique_ptr<PrintDesk>(new PrintDesk(content, now, std::move(*shaper)));
}

PrintDesk::PrintDesk(const content::Content& content, base::WallTime now, std::unique_ptr<text::Shaper> shaper)
    : content_(content), shaper_(std::move(shaper)), look_(light_look()) {
  const model::Event& event = content.catalogue.event;
  const locale::LocalTime local = locale::local_time(now, event.time_zone);
  day_ = {model::event_day(event, local.date), event.time_zone, now};
  minute_ = model::event_minute(event, local.date, local.time);
}

// What our own rules computed is no stranger's file: it is drawn here, not in the decode worker.
exporters::Picture PrintDesk::emblem(const model::Program& program) const {
  const ui::Theme& theme = ui::light_theme();
  const std::size_t tone = tone_of(content_.catalogue, program);
  const std::string svg = model::emblem_svg(program.motif, {theme.family[tone], theme.family_soft[tone], theme.saffron, theme.surface});
  gfx::DecodeRequest request;
  request.width_px = exporters::kEmblemSidePx;
  request.height_px = exporters::kEmblemSidePx;
  request.fit = gfx::Fit::contain;
  request.corner_radius_px = exporters::kEmblemSidePx / 16;
  auto image = gfx::decode({reinterpret_cast<const std::uint8_t*>(svg.data()), svg.size()}, request);
  return image ? to_picture(std::move(*image)) : exporters::Picture{};
}

base::Result<std::string> PrintDesk::plan(model::PlanChoice choice, base::Language first, base::Language second) {
  const model::Catalogue& catalogue = content_.catalogue;
  if (choice.workshops.empty()) {
    for (const std::string& program : choice.programs) {
      if (const model::WorkshopSession* next = next_workshop(catalogue, program, minute_)) choice.workshops.push_back(next->id);
    }
  }
  const ui::Theme& theme = ui::light_theme();
  return exporters::plan_pdf(shop(), {model::make_plan(catalogue, choice, first), model::make_plan(catalogue, choice, second), day_,
                                      draw_band(theme.accent, theme.saffron)});
}

base::Result<std::string> PrintDesk::leaflet(const model::Program& program, base::Language language) {
  const ui::Theme& theme = ui::light_theme();
  const exporters::Wording wording{content_.catalogue, content_.messages, language};
  return exporters::leaflet_pdf(shop(), wording, {program, day_, emblem(program), draw_band(theme.family[tone_of(content_.catalogue, program)], theme.saffron)});
}

}  // namespace kiosk::app
