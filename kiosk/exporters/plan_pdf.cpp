// A family's plan: both languages side by side, the first where its readers begin, and the codes at the foot or on the back.
#include <algorithm>
#include <utility>

#include "exporters/paper_column.h"
#include "exporters/pdf_pages.h"
#include "exporters/plan_text.h"

namespace kiosk::exporters {
namespace {

using base::Phrase;

constexpr float kPlanGutter = 100;
constexpr float kColumnWidth = (kPrintWidth - kPlanGutter) / 2;
constexpr float kPlanTop = 120;
constexpr std::string_view kCalendarKey = "plan.scan_calendar";
constexpr std::size_t kCodesInRow = 3;
constexpr float kCodeGap = 40;
constexpr float kCellWidth = (kPrintWidth - kCodeGap * (kCodesInRow - 1)) / kCodesInRow;
constexpr std::array kPlanBodySizes{40.0F, 38.0F, 36.0F, 34.0F, 32.0F};

struct TakeHomeCode {
  model::QrCode code;
  std::string_view key;   // of what it is for
  std::size_t workshop = 0;  // which of the plan's held ones, with plan.scan_calendar
};

class PlanPages {
 public:
  PlanPages(const PrintShop& shop, const PlanSheet& sheet)
      : shop_(shop), sheet_(sheet), paper_(shop.shaper, shop.messages.text("plan.title", sheet.first.language).text) {
    const bool rtl = base::direction(sheet.first.language) == base::Direction::right_to_left;
    const float right = kMargin + kColumnWidth + kPlanGutter;
    columns_[0].x = rtl ? right : kMargin;
    columns_[1].x = rtl ? kMargin : right;
    columns_[0].plan = &sheet.first;
    columns_[1].plan = &sheet.second;
    collect_codes();
  }

  base::Result<std::string> make() {
    paper_.begin_page();
    const float top = draw_head() + 56;
    const float foot = draw_codes(0, false, 0);
    const float above_codes = kPrintBottom - foot - 40;
    std::array<PaperColumn, 2> told{PaperColumn(paper_, kColumnWidth), PaperColumn(paper_, kColumnWidth)};
    // Beside the codes where that can be read, else the codes go onto the back of the sheet.
    const bool one_page = fit(told, above_codes - top);
    if (!one_page) fit(told, kPrintBottom - top);
    draw_columns(told, top, one_page ? above_codes : kPrintBottom);
    while (!told[0].done() || !told[1].done()) {
      draw_columns(told, begin_further_page(), kPrintBottom);
    }
    if (one_page) draw_codes(0, true, kPrintBottom - foot);
    draw_code_pages(one_page ? kCodesInRow : 0);
    return paper_.finish();
  }

 private:
  // What stands before the lines of a section.
  struct LineStart {
    base::Color mark;
    float lead_width = 0;
  };
  struct Side {
    float x = 0;
    const model::Plan* plan = nullptr;
  };

  Phrase say(std::string_view key, const model::Plan& plan) const { return shop_.messages.text(key, plan.language); }
  Ink ink(float size, base::Color color) const { return {text::Face::body, text::Weight::regular, size, color}; }
  Ink bold(float size, base::Color color) const { return {text::Face::body, text::Weight::bold, size, color}; }
  void mirror_at(float x, float width, const model::Plan& plan) { paper_.mirror({x, 0, width, kPageHeight}, base::direction(plan.language)); }

  void collect_codes() {
    constexpr CodeRoom kRoom{kCellWidth / 10, kPaperModuleMm};
    const auto add = [&](TakeHomeKind kind, std::string_view key) {
      std::size_t number = 0;
      for (const std::string& payload : take_home(kind, sheet_.first, shop_.messages, sheet_.day, kRoom)) codes_.push_back({make_qr_code(payload), key, number++});
    };
    add(TakeHomeKind::contact, "plan.scan_contact");
    add(TakeHomeKind::calendar, kCalendarKey);
    // Where the card's note holds the essentials, the whole text is not said again.
    const bool note_fits = fits_code(to_vcard(sheet_.first, essentials(sheet_.first, shop_.messages)), kRoom);
    if (!note_fits) add(TakeHomeKind::text, "plan.scan_text");
    add(TakeHomeKind::url, "plan.scan_url");
  }

  float draw_head() {
    constexpr float kPadding = 56;
    const auto height_of = [&](const model::Plan& plan) {
      return paper_.height(say("plan.title", plan), title(), kTitleWidth) + paper_.height(under_title(plan), ink(36, shop_.look.on_strong), kTitleWidth);
    };
    const float inner = std::max(height_of(sheet_.first), height_of(sheet_.second));
    paper_.mirror({0, 0, kPageWidth, kPageHeight}, base::Direction::left_to_right);
    paper_.fill({kMargin, kPlanTop, kPrintWidth, inner + 2 * kPadding}, shop_.look.accent, 36);
    for (const Side& side : columns_) {
      mirror_at(side.x, kColumnWidth, *side.plan);
      // Towards the edge of the sheet both columns keep the block's padding.
      const bool reads_from_edge = (side.x == kMargin) == (base::direction(side.plan->language) == base::Direction::left_to_right);
      const float x = side.x + (reads_from_edge ? kPadding : 0);
      const float below = paper_.write({x, kPlanTop + kPadding}, kTitleWidth, say("plan.title", *side.plan), title());
      paper_.write({x, kPlanTop + kPadding + below}, kTitleWidth, under_title(*side.plan), ink(36, shop_.look.on_strong));
    }
    const float y = kPlanTop + inner + 2 * kPadding + 22;
    paper_.mirror({0, 0, kPageWidth, kPageHeight}, base::direction(sheet_.first.language));
    paper_.picture({kMargin, y, kPrintWidth, kPrintBandHeight}, sheet_.band);
    return y + kPrintBandHeight;
  }

  // With the title in small; gives where its content begins.
  float begin_further_page() {
    paper_.begin_page();
    float below = 0;
    for (const Side& side : columns_) {
      mirror_at(side.x, kColumnWidth, *side.plan);
      below = std::max(below, paper_.write({side.x, kPlanTop}, kColumnWidth, say("plan.title", *side.plan), bold(36, shop_.look.accent)));
    }
    paper_.fill({kMargin, kPlanTop + below + 6, kPrintWidth, 3}, shop_.look.accent);
    return kPlanTop + below + 60;
  }

  Ink lead() const {
    Ink ink = bold(body_, shop_.look.accent);
    ink.tabular_figures = true;
    return ink;
  }
  Ink title() const { return {text::Face::title, text::Weight::bold, 64, shop_.look.on_strong}; }
  Phrase under_title(const model::Plan& plan) const {
    return {plan.event.text + "\n" + locale::format_date(plan.language, sheet_.day.date), plan.event.language};
  }

  // Makes both columns at the largest size at which they are no higher than `height`; false when they are higher at the smallest.
  bool fit(std::array<PaperColumn, 2>& told, float height) {
    return std::any_of(kPlanBodySizes.begin(), kPlanBodySizes.end(), [&](float size) {
      body_ = size;
      for (std::size_t i = 0; i < told.size(); ++i) told[i] = make_column(*columns_[i].plan);
      return std::max(told[0].height(), told[1].height()) <= height;
    });
  }

  PaperColumn make_column(const model::Plan& plan) {
    PaperColumn column(paper_, kColumnWidth);
    for (const PlanSection& section : plan_sections(plan, shop_.messages, PlanExtent::whole)) {
      column.add_text(section.heading, {text::Face::title, text::Weight::bold, body_ + 6, shop_.look.accent}, body_, true);
      float lead_width = 0;
      for (const PlanLine& line : section.lines) lead_width = std::max(lead_width, paper_.width(line.lead, lead()));
      for (std::size_t i = 0; i < section.lines.size(); ++i) {
        const base::Color mark = section.id == "programs" ? shop_.look.family[static_cast<std::size_t>(plan.programs[i].tone)] : shop_.look.accent;
        add_line(column, section.id, section.lines[i], {mark, lead_width});
      }
    }
    column.add_text(plan.demo_line, ink(kSmallPrint, shop_.look.ink_soft), body_);
    return column;
  }

  // A mark of the program's family, a box to tick, a time: what stands before a line says what the line is.
  void add_line(PaperColumn& column, std::string_view section, const PlanLine& line, const LineStart& start) {
    const bool marked = section == "programs" || section == "papers";
    const float indent = start.lead_width > 0 ? start.lead_width + 32 : marked ? 56.0F : 0.0F;
    const float width = kColumnWidth - indent;
    const bool quiet = line.detail.text.empty() && section != "workshops";
    const Ink text = quiet ? ink(body_, shop_.look.ink) : bold(body_, shop_.look.ink);
    const Ink detail = ink(body_ - 5, shop_.look.ink_soft);
    const float text_height = paper_.height(line.text, text, width);
    const float height = std::max(text_height + paper_.height(line.detail, detail, width), paper_.height(line.lead, lead(), indent));
    column.add({height, body_ / 4, false, [=, this, lead = lead(), box = section == "papers"](Paper& paper, base::Point at) {
                  paper.write(at, indent, line.lead, lead);
                  if (marked) draw_mark({at.x, at.y}, paper.height(line.text, text, kPageWidth), start.mark, box);
                  paper.write({at.x + indent, at.y}, width, line.text, text);
                  paper.write({at.x + indent, at.y + text_height}, width, line.detail, detail);
                }});
  }

  void draw_mark(base::Point at, float line_height, base::Color color, bool box) {
    constexpr float kSide = 32;
    constexpr float kLine = 3;
    const base::Rect rect{at.x, at.y + (line_height - kSide) / 2, kSide, kSide};
    paper_.fill(rect, box ? shop_.look.ink_soft : color, box ? 5 : kSide / 2);
    if (box) paper_.fill(rect.inset(kLine), base::rgb(0xFFFFFF), 3);
  }

  void draw_columns(std::array<PaperColumn, 2>& told, float top, float bottom) {
    float used = 0;
    for (std::size_t i = 0; i < told.size(); ++i) {
      mirror_at(columns_[i].x, kColumnWidth, *columns_[i].plan);
      used = std::max(used, told[i].draw_page({columns_[i].x, top}, bottom - top));
    }
    paper_.mirror({0, 0, kPageWidth, kPageHeight}, base::Direction::left_to_right);
    paper_.fill({kPageWidth / 2 - 1, top, 3, used}, shop_.look.hairline);
  }

  static float side_of(const model::QrCode& code) {
    constexpr float kLeastSide = 340;
    return std::max(kLeastSide, static_cast<float>(code.side + 2 * model::kQuietZone) * static_cast<float>(kPaperModuleMm) * 10);
  }

  // The row that begins with code number `from`, captions in both languages below. Only measured where it is not drawn.
  float draw_codes(std::size_t from, bool draw, float y) {
    const std::size_t end = std::min(codes_.size(), from + kCodesInRow);
    float tallest = 0;
    for (std::size_t i = from; i < end; ++i) tallest = std::max(tallest, side_of(codes_[i].code));
    float captions = 0;
    for (std::size_t i = from; i < end; ++i) captions = std::max(captions, draw_captions(i, false, {}));
    if (draw) {
      const float first_x = (kPageWidth - static_cast<float>(end - from) * (kCellWidth + kCodeGap) + kCodeGap) / 2;
      for (std::size_t i = from; i < end; ++i) {
        const float x = first_x + static_cast<float>(i - from) * (kCellWidth + kCodeGap);
        mirror_at(0, kPageWidth, sheet_.first);
        const float side = side_of(codes_[i].code);
        paper_.code({x + (kCellWidth - side) / 2, y + tallest - side, side, side}, codes_[i].code);
        draw_captions(i, true, {x, y + tallest + 8});
      }
    }
    const float above_hint = tallest + 8 + captions + 10;
    return above_hint + draw_lines("plan.no_network", draw, {kMargin, y + above_hint}, kPrintWidth);
  }

  // A workshop's code stands with its name and time: phones take one event from a code.
  float draw_captions(std::size_t index, bool draw, base::Point at) {
    const TakeHomeCode& code = codes_[index];
    if (code.key != kCalendarKey) return draw_lines(code.key, draw, at, kCellWidth);
    return draw_said(
        [&](const model::Plan& plan) {
          const model::PlanWorkshop& workshop = *plan.held().at(code.workshop);
          const std::string start = locale::isolate_left_to_right(locale::format_time(plan.language, workshop.start));
          return shop_.messages.format(kCalendarKey, plan.language, {{"workshop", locale::isolate(workshop.title.text)}, {"time", start}});
        },
        draw, at, kCellWidth);
  }

  // What `key` says in both languages, centred. Only measured where it is not drawn.
  float draw_lines(std::string_view key, bool draw, base::Point at, float width) {
    return draw_said([&](const model::Plan& plan) { return say(key, plan); }, draw, at, width);
  }

  template <class Said>
  float draw_said(const Said& words, bool draw, base::Point at, float width) {
    float height = 0;
    for (const model::Plan* plan : {&sheet_.first, &sheet_.second}) {
      Ink told = ink(kSmallPrint, shop_.look.ink_soft);
      told.align = text::Align::centre;
      const Phrase said = words(*plan);
      if (draw) paper_.write({at.x, at.y + height}, width, said, told);
      height += paper_.height(said, told, width);
    }
    return height;
  }

  void draw_code_pages(std::size_t from) {
    float y = kPrintBottom;
    for (; from < codes_.size(); from += kCodesInRow) {
      const float height = draw_codes(from, false, 0);
      if (y + height > kPrintBottom) y = begin_further_page();
      draw_codes(from, true, y);
      y += height + kCodeGap;
    }
  }

  static constexpr float kTitleWidth = kColumnWidth - 56;

  const PrintShop& shop_;
  const PlanSheet& sheet_;
  Paper paper_;
  std::array<Side, 2> columns_;
  std::vector<TakeHomeCode> codes_;
  float body_ = kPlanBodySizes.front();
};

}  // namespace

base::Result<std::string> plan_pdf(const PrintShop& shop, const PlanSheet& sheet) { return PlanPages(shop, sheet).make(); }

}  // namespace kiosk::exporters
