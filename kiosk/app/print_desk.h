// Plans and leaflets as PDF, for staff's command line: content, fonts, colours and ornaments brought together for exporters/pdf_pages.h. Needs no
// window, no GPU and no decode worker. Owned by its caller, which also keeps the content; one thread. Not for the drawing thread: a page
// takes tens of milliseconds.
#pragma once

#include <memory>
#include <string>

#include "base/clock.h"
#include "base/result.h"
#include "content/content.h"
#include "exporters/pdf_pages.h"
#include "model/plan.h"

namespace kiosk::app {

class PrintDesk {
 public:
  // `content` must outlive this. `now` is what stands as today where the content has no date of its own. Fails when a font is missing.
  static base::Result<std::unique_ptr<PrintDesk>> create(const content::Content& content, base::WallTime now);

  // In `first` beside `second`. With no workshop in `choice`, the next of each program that one can still join is in the plan.
  base::Result<std::string> plan(model::PlanChoice choice, base::Language first, base::Language second);
  base::Result<std::string> leaflet(const model::Program& program, base::Language language);

 private:
  PrintDesk(const content::Content& content, base::WallTime now, std::unique_ptr<text::Shaper> shaper);
  exporters::PrintShop shop() { return {*shaper_, content_.messages, look_}; }
  exporters::Picture emblem(const model::Program& program) const;

  const content::Content& content_;
  std::unique_ptr<text::Shaper> shaper_;
  exporters::PaperLook look_;
  exporters::PlanDay day_;
  model::MinuteOfDay minute_{};
};

}  // namespace kiosk::app
