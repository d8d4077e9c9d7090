// The orientation leaflet: letterhead, title on the family's colour, what one does and learns in the wide column, the facts in the narrow one,
// contacts and a code at the foot.
#include <algorithm>
#include <utility>

#include "exporters/paper_column.h"
#include "exporters/pdf_pages.h"
#include "exporters/plan_text.h"
#include "locale/phrases.h"

namespace kiosk::exporters {
namespace {

using base::Phrase;

constexpr float kLeafletGutter = 60;
constexpr float kMainWidth = 1130;
constexpr float kSideWidth = kPrintWidth - kMainWidth - kLeafletGutter;
constexpr float kSidePadding = 40;
constexpr float kLeafletTop = 110;
constexpr float kRadius = 36;
constexpr float kEmblemSide = 420;
// From 12 points down to 8.5: the largest at which the leaflet is one page.
constexpr std::array kLeafletBodySizes{42.0F, 40.0F, 38.0F, 36.0F, 34.0F, 32.0F, 31.0F, 30.0F};

class LeafletPages {
 public:
  LeafletPages(const PrintShop& shop, const Wording& wording, const Leaflet& leaflet)
      : shop_(shop), wording_(wording), leaflet_(leaflet), program_(leaflet.program), paper_(shop.shaper, pick(program_.name).text) {
    const model::Family* family = wording.catalogue.family(program_.family);
    const auto tone = static_cast<std::size_t>(family == nullptr ? model::Tone::metal : family->tone);
    strong_ = shop.look.family[tone];
    soft_ = shop.look.family_soft[tone];
    if (family != nullptr) family_ = pick(family->name);
    plan_ = model::make_plan(wording.catalogue, {{program_.id}, workshop_ids()}, wording.language);
    const model::Plan at_home = model::make_plan(wording.catalogue, {{program_.id}, {}}, wording.language);
    constexpr CodeRoom kRoom{62, kPaperModuleMm};
    code_ = make_qr_code(take_home(TakeHomeKind::contact, at_home, wording.messages, leaflet.day, kRoom).front());
  }

  base::Result<std::string> make() {
    begin_page();
    const float top = draw_head(draw_letterhead(kLeafletTop)) + 56;
    const float bottom = kPrintBottom - draw_foot(false) - 40;
    PaperColumn main(paper_, kMainWidth);
    PaperColumn side(paper_, kSideWidth - 2 * kSidePadding);
    const auto fits = [&](float size, bool papers_aside) {
      body_ = size;
      main = make_main(!papers_aside);
      side = make_side(papers_aside);
      return std::max(main.height(), side.height() + 2 * kSidePadding) <= bottom - top;
    };
    // The papers stand among the facts, or where these are long, in the wide column.
    for (const float size : kLeafletBodySizes) {
      if (fits(size, true) || fits(size, false)) break;
    }
    draw_columns(main, side, top, bottom);
    draw_foot(true);
    while (!main.done() || !side.done()) {
      begin_page();
      draw_columns(main, side, draw_letterhead(kLeafletTop) + 40, kPrintBottom);
    }
    return paper_.finish();
  }

 private:
  Phrase say(std::string_view key) const { return wording_.messages.text(key, wording_.language); }
  Phrase pick(const model::LocalText& text) const { return wording_.catalogue.pick(text, wording_.language); }
  Ink body() const { return {text::Face::body, text::Weight::regular, body_, shop_.look.ink}; }
  Ink heading() const { return {text::Face::title, text::Weight::bold, body_ + 6, strong_}; }
  Ink label() const { return {text::Face::body, text::Weight::bold, std::min(kSmallPrint + 1, body_), strong_}; }
  Ink small() const { return {text::Face::body, text::Weight::regular, kSmallPrint, shop_.look.ink_soft}; }

  std::vector<std::string> workshop_ids() const {
    std::vector<std::string> ids;
    for (const model::WorkshopSession& session : wording_.catalogue.workshops) {
      if (session.program == program_.id) ids.push_back(session.id);
    }
    return ids;
  }

  void begin_page() {
    paper_.begin_page();
    paper_.mirror({0, 0, kPageWidth, kPageHeight}, base::direction(wording_.language));
  }

  // Who hands it out. All draw_… of the page give the y below what they drew.
  float draw_letterhead(float y) {
    std::vector<Phrase> names;
    for (const model::PlanContact& contact : plan_.contacts) names.push_back(contact.name);
    Ink ink = small();
    ink.weight = text::Weight::bold;
    return y + paper_.write({kMargin, y}, kPrintWidth, locale::joined_phrase(wording_.language, names, " · "), ink) + 18;
  }

  float draw_head(float y) {
    constexpr float kPadding = 50;
    const float width = kPrintWidth - 3 * kPadding - kEmblemSide;
    const Phrase kind = locale::joined_phrase(wording_.language, {say("plan.leaflet"), family_}, " · ");
    const Phrase name = pick(program_.name);
    const Phrase summary = pick(program_.summary);
    const Ink quiet{text::Face::body, text::Weight::regular, 36, shop_.look.on_strong};
    const Ink title{text::Face::title, text::Weight::bold, 92, shop_.look.on_strong};
    const Ink lead{text::Face::body, text::Weight::regular, 46, shop_.look.on_strong};
    const float text_height = paper_.height(kind, quiet, width) + paper_.height(name, title, width) + 20 + paper_.height(summary, lead, width);
    const float inner = std::max(text_height, kEmblemSide);
    paper_.fill({kMargin, y, kPrintWidth, inner + 2 * kPadding}, strong_, kRadius);
    paper_.picture({kMargin + kPrintWidth - kPadding - kEmblemSide, y + kPadding + (inner - kEmblemSide) / 2, kEmblemSide, kEmblemSide}, leaflet_.emblem);
    base::Point at{kMargin + kPadding, y + kPadding + (inner - text_height) / 2};
    at.y += paper_.write(at, width, kind, quiet);
    at.y += paper_.write(at, width, name, title) + 20;
    paper_.write(at, width, summary, lead);
    y += inner + 2 * kPadding + 22;
    paper_.picture({kMargin, y, kPrintWidth, kPrintBandHeight}, leaflet_.band);
    return y + kPrintBandHeight;
  }

  PaperColumn make_main(bool with_papers) {
    PaperColumn column(paper_, kMainWidth);
    add_description(column);
    add_steps(column);
    add_list(column, "program.learn", program_.learn);
    std::vector<Phrase> tools;
    for (const model::LocalText& tool : program_.tools) tools.push_back(pick(tool));
    if (!tools.empty()) column.add_text(say("program.tools"), heading(), body_, true);
    column.add_text(locale::joined_phrase(wording_.language, tools, " · "), body(), 6);
    const std::vector<Phrase> times = workshop_times();
    if (with_papers && !plan_.papers.empty()) column.add_text(say("plan.papers"), heading(), body_, true);
    for (std::size_t i = 0; with_papers && i < plan_.papers.size(); ++i) column.add_item(plan_.papers[i], body(), 4, strong_);
    if (with_papers || times.empty()) return column;
    Ink ink = body();
    ink.tabular_figures = true;
    column.add_text(say("program.today"), heading(), body_, true);
    column.add_text(locale::joined_phrase(wording_.language, times, " · "), ink, 6);
    return column;
  }

  void add_description(PaperColumn& column) {
    const base::Language told = wording_.catalogue.pick_language(program_.description, wording_.language);
    for (const model::Block& block : program_.description.in(told)) {
      const Phrase text{block.text, told};
      switch (block.kind) {
        case model::BlockKind::paragraph: column.add_text(text, body(), body_ / 2); break;
        case model::BlockKind::heading: column.add_text(text, heading(), body_, true); break;
        case model::BlockKind::bullet: column.add_item(text, body(), 6, strong_); break;
        case model::BlockKind::numbered: column.add_item(text, body(), 6, strong_, block.number); break;
      }
    }
  }

  // Raw material → gesture → piece, side by side.
  void add_steps(PaperColumn& column) {
    std::vector<std::pair<Phrase, Phrase>> steps;
    const auto add = [&](std::string_view key, const model::LocalText& text) {
      if (!text.empty()) steps.emplace_back(say(key), pick(text));
    };
    add("program.material", program_.steps.material);
    add("program.gesture", program_.steps.gesture);
    add("program.piece", program_.steps.piece);
    if (steps.empty()) return;
    column.add_text(say("program.steps"), heading(), body_, true);
    constexpr float kBetween = 70;
    const float width = (kMainWidth - kBetween * static_cast<float>(steps.size() - 1)) / static_cast<float>(steps.size());
    float height = 0;
    for (const auto& [name, text] : steps) height = std::max(height, paper_.height(name, label(), width) + paper_.height(text, body(), width));
    column.add({height, 8, false, [this, steps, width, body = body(), label = label()](Paper& paper, base::Point at) {
                  for (std::size_t i = 0; i < steps.size(); ++i) {
                    const float below = paper.write(at, width, steps[i].first, label);
                    paper.write({at.x, at.y + below}, width, steps[i].second, body);
                    at.x += width + kBetween;
                    if (i + 1 < steps.size()) paper.arrow({at.x - kBetween / 2 + 8, at.y + below}, 34, strong_);
                  }
                }});
  }

  void add_list(PaperColumn& column, std::string_view key, const std::vector<model::LocalText>& lines) {
    if (lines.empty()) return;
    column.add_text(say(key), heading(), body_, true);
    for (const model::LocalText& line : lines) column.add_item(pick(line), body(), 4, strong_);
  }

  void add_fact(PaperColumn& column, std::string_view key, const Phrase& value) {
    if (value.text.empty()) return;
    Ink ink = body();
    ink.size = body_ - 2;
    column.add_text(say(key), label(), 20, true);
    column.add_text(value, ink, 0);
  }

  PaperColumn make_side(bool with_papers) {
    PaperColumn column(paper_, kSideWidth - 2 * kSidePadding);
    std::vector<Phrase> entries;  // and certificates: a paragraph for each level
    std::vector<Phrase> certificates;
    Phrase next;
    for (const std::string& id : program_.levels) {
      const model::Level* level = wording_.catalogue.level(id);
      if (level == nullptr) continue;
      if (program_.levels.size() == 1 || level->entry.empty()) {
        entries.push_back(pick(level->entry));
      } else {
        entries.push_back(locale::level_entry_phrase(wording_.messages, wording_.language, pick(level->name), pick(level->entry)));
      }
      certificates.push_back(pick(level->certificate));
      const model::Level* above = wording_.catalogue.level(level->next);
      next = above == nullptr ? Phrase{} : pick(above->name);
    }
    std::vector<Phrase> modes;
    for (const std::string& id : program_.modes) {
      if (const model::Mode* mode = wording_.catalogue.mode(id)) modes.push_back(pick(mode->name));
    }
    const model::PlanProgram& told = plan_.programs.front();
    model::PlanPlace place = told.place;
    place.walk_minutes = 0;  // a leaflet is read anywhere
    const auto list = [&](const std::vector<Phrase>& parts) { return locale::list_phrase(wording_.language, parts); };
    add_fact(column, "program.level", list(told.levels));
    add_fact(column, "program.length", locale::duration_phrase(wording_.messages, wording_.language, told.months_min, told.months_max));
    add_fact(column, "program.mode", list(modes));
    add_fact(column, "program.entry", locale::joined_phrase(wording_.language, entries, "\n"));
    add_fact(column, "program.certificate", locale::joined_phrase(wording_.language, certificates, "\n"));
    add_fact(column, "program.next_level", next);
    add_fact(column, "program.where", list(told.institutes));
    add_fact(column, "program.room", place_phrase(place, wording_.messages, wording_.language));
    if (with_papers) {
      add_aside(column, "plan.papers", plan_.papers);
    } else {
      add_aside(column, "program.today", workshop_times());
    }
    return column;
  }

  // Of the two lists that either column may hold, papers and times, one stands in each: a line for each item in the narrow one.
  void add_aside(PaperColumn& column, std::string_view key, const std::vector<Phrase>& lines) {
    if (lines.empty()) return;
    Ink ink = body();
    ink.size = body_ - 2;
    ink.tabular_figures = true;
    column.add_text(say(key), label(), 20, true);
    for (const Phrase& line : lines) column.add_item(line, ink, 2, strong_);
  }

  std::vector<Phrase> workshop_times() const {
    std::vector<Phrase> times;
    for (const model::PlanWorkshop& workshop : plan_.workshops) {
      if (workshop.state == model::WorkshopState::cancelled) continue;
      times.push_back({unbroken(locale::format_time_range(wording_.language, workshop.start, workshop.end)), wording_.language});
    }
    return times;
  }

  // The narrow column stands on a tint that ends with it.
  void draw_columns(PaperColumn& main, PaperColumn& side, float top, float bottom) {
    const float side_x = kMargin + kMainWidth + kLeafletGutter;
    const float room = bottom - top - 2 * kSidePadding;
    if (!side.done()) {
      paper_.fill({side_x, top, kSideWidth, std::min(side.height(), room) + 2 * kSidePadding}, soft_, kRadius);
      side.draw_page({side_x + kSidePadding, top + kSidePadding}, room);
    }
    main.draw_page({kMargin, top}, bottom - top);
  }

  // Measures itself where it is not drawn, so that the columns know what is left.
  float draw_foot(bool draw) {
    const float code_side = std::max(340.0F, static_cast<float>(code_.side + 2 * model::kQuietZone) * static_cast<float>(kPaperModuleMm) * 10);
    constexpr float kCaption = 340;
    const float width = kPrintWidth - code_side - kCaption - 2 * kLeafletGutter;
    PaperColumn told(paper_, width);
    Ink strong = small();
    strong.weight = text::Weight::bold;
    strong.color = shop_.look.ink;
    for (const PlanSection& section : plan_sections(plan_, wording_.messages, PlanExtent::whole)) {
      if (section.id != "registration" && section.id != "contacts") continue;
      Ink heading = label();
      heading.size = kSmallPrint + 1;
      told.add_text(section.heading, heading, 16, true);
      for (const PlanLine& line : section.lines) {
        told.add_text(line.text, line.detail.text.empty() ? small() : strong, 2);
        told.add_text(line.detail, small(), 0);
      }
    }
    told.add_text(plan_.demo_line, small(), 20);
    const float height = std::max(told.height(), code_side);
    constexpr float kAbove = 36;
    if (!draw) return height + kAbove;
    const float y = kPrintBottom - height;
    paper_.fill({kMargin, y - kAbove, kPrintWidth, 3}, strong_);
    told.draw_page({kMargin, y}, height);
    const float code_x = kMargin + kPrintWidth - code_side;
    paper_.code({code_x, y, code_side, code_side}, code_);
    PaperColumn caption(paper_, kCaption);
    caption.add_text(say("plan.scan_contact"), strong, 0);
    caption.add_text(say("plan.no_network"), small(), 10);
    caption.draw_page({code_x - kLeafletGutter / 2 - kCaption, y + 20}, height);
    return height + kAbove;
  }

  const PrintShop& shop_;
  const Wording& wording_;
  const Leaflet& leaflet_;
  const model::Program& program_;
  Paper paper_;
  base::Color strong_;
  base::Color soft_;
  Phrase family_;
  model::Plan plan_;
  model::QrCode code_;
  float body_ = kLeafletBodySizes.front();
};

}  // namespace

base::Result<std::string> leaflet_pdf(const PrintShop& shop, const Wording& wording, const Leaflet& leaflet) {
  return LeafletPages(shop, wording, leaflet).make();
}

}  // namespace kiosk::exporters
