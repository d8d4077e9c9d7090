#include <algorithm>
#include <array>
#include <cmath>

#include "screens/chart.h"

namespace kiosk::screens {
namespace {

using model::FigureKind;
using ui::Frame;
using ui::Rect;

// Noto Sans's capitals and figures are 0.714 em high: 10 mm of them for eyes at two metres.
constexpr float kCapHeightEm = 0.714F;
constexpr float kCapHeightMm = 10;

float readable(const Frame& frame, float size_px) { return std::max(size_px, std::ceil(kCapHeightMm * frame.metrics().mm / kCapHeightEm)); }

struct ChartStyles {
  ui::TextStyle title;
  ui::TextStyle label;
  ui::TextStyle number;  // beside a mark
  ui::TextStyle big;     // the one number
  ui::TextStyle small;   // note, source, demo
};

ChartStyles styles_of(const Frame& frame) {
  ChartStyles s{ui::body_style(frame), ui::body_style(frame), ui::body_style(frame), ui::title_style(frame), ui::caption_style(frame)};
  s.title.weight = text::Weight::bold;
  s.label.size_px = readable(frame, frame.metrics().caption);
  s.number.weight = text::Weight::bold;
  s.number.size_px = s.label.size_px;
  s.number.tabular_figures = true;
  s.number.max_lines = 1;
  s.big.size_px = readable(frame, frame.metrics().title * 1.2F);
  s.big.color = frame.theme().accent;
  s.big.tabular_figures = true;
  return s;
}

struct ChartMeasures {
  float pad = 0;
  float mark = 0;   // height of a bar or dot
  float space = 0;  // between rows
  float plot = 0;   // height of a line's plot
};

ChartMeasures measures_of(const Frame& frame) {
  const ui::Metrics& m = frame.metrics();
  return {m.px(26), m.px(16), m.px(16), m.px(210)};
}

double most_of(const ChartView& chart) {
  double most = chart.full;
  for (const ChartPoint& point : chart.points) most = std::max(most, point.value);
  return most > 0 ? most : 1;
}

// Everything of a card, measured or drawn: the one description of its layout.
class ChartLayout {
 public:
  ChartLayout(Frame& frame, Rect card, const ChartView& chart, bool as_table, bool draws)
      : frame_(frame), chart_(chart), as_table_(as_table), draws_(draws), s_(styles_of(frame)), c_(measures_of(frame)) {
    inner_ = {card.x + c_.pad, card.y + c_.pad, card.width - 2 * c_.pad, 0};
    y_ = inner_.y;
  }

  float lay() {
    put(chart_.id, chart_.title, s_.title);
    if (chart_.kind != FigureKind::number && !chart_.unit.text.empty()) put(part(".unit"), chart_.unit, s_.small);
    y_ += frame_.metrics().px(10);
    if (chart_.kind == FigureKind::number) {
      put(part(".number"), chart_.points.empty() ? Phrase{} : chart_.points.front().number, s_.big);
      if (!chart_.unit.text.empty()) put(part(".unit"), chart_.unit, s_.label);
    } else if (chart_.kind == FigureKind::line && !as_table_) {
      lay_line();
    } else {
      for (const ChartPoint& point : chart_.points) lay_row(point);
    }
    if (!chart_.note.text.empty()) put(part(".note"), chart_.note, s_.small);
    if (!chart_.source.text.empty()) put(part(".source"), chart_.source, s_.small);
    ui::TextStyle demo = s_.small;
    demo.weight = text::Weight::bold;
    demo.color = frame_.theme().warn;
    if (!chart_.demo.text.empty()) put(part(".demo"), chart_.demo, demo);
    return y_ + c_.pad - inner_.y + c_.pad;
  }

 private:
  std::string_view part(std::string_view name) { return draws_ ? frame_.join({chart_.id, name}) : std::string_view(); }

  void put(std::string_view id, const Phrase& phrase, const ui::TextStyle& style) {
    const Rect box{inner_.x, y_, inner_.width, 0};
    y_ += draws_ ? frame_.text(id, box, phrase, style).height : frame_.measure(phrase, style, inner_.width).height;
  }

  // Name and number on one line, and below them a bar or a dot on its track.
  void lay_row(const ChartPoint& point) {
    const float number = std::min(inner_.width * 0.6F, std::ceil(frame_.measure(point.number, s_.number).width));
    const float words = inner_.width - number - frame_.metrics().gap;
    const float line = std::max(frame_.measure(point.label, s_.label, words).height, frame_.measure(point.number, s_.number).height);
    if (draws_) {
      frame_.text({}, {inner_.x, y_, words, 0}, point.label, s_.label);
      frame_.text({}, {inner_.right() - number, y_, number, 0}, point.number, s_.number);
    }
    y_ += line;
    if (!as_table_) {
      if (draws_) draw_mark({inner_.x, y_, inner_.width, c_.mark}, point.value / most_of(chart_));
      y_ += c_.mark;
    } else if (draws_) {
      frame_.fill({inner_.x, y_ + frame_.metrics().px(4), inner_.width, std::max(1.0F, frame_.metrics().px(2))}, frame_.theme().hairline);
    }
    y_ += c_.space;
  }

  void draw_mark(Rect track, double share) {
    const ui::Theme& theme = frame_.theme();
    const ui::Color ground = ui::mix(theme.surface, theme.ink, theme.high_contrast ? 0.35 : 0.08);
    const float length = std::max(track.height, std::round(track.width * static_cast<float>(share)));
    if (chart_.kind == FigureKind::dots) {
      const float thin = frame_.metrics().px(4);
      frame_.fill({track.x, track.y + (track.height - thin) / 2, track.width, thin}, ground, thin / 2);
      frame_.disc(frame_.placed({track.x + length - track.height / 2, track.y + track.height / 2}), track.height / 2, theme.accent);
      return;
    }
    frame_.fill(track, ground, track.height / 2);
    frame_.fill({track.x, track.y, length, track.height}, theme.accent, track.height / 2);
  }

  // Points from the start to the end of the reading direction; each with its number above and its label below.
  void lay_line() {
    const auto count = static_cast<float>(chart_.points.size());
    const float column = inner_.width / count;
    float labels = 0;
    for (const ChartPoint& point : chart_.points) labels = std::max(labels, frame_.measure(point.label, s_.label, column).height);
    const float numbers = frame_.measure(chart_.points.front().number, s_.number).height;
    const float plot = c_.plot;
    if (draws_) draw_line({inner_.x, y_ + numbers, inner_.width, plot - numbers}, column, numbers);
    y_ += plot + frame_.metrics().px(10);
    if (draws_) {
      ui::TextStyle label = s_.label;
      label.align = text::Align::centre;
      for (std::size_t i = 0; i < chart_.points.size(); ++i) {
        frame_.text({}, {inner_.x + column * static_cast<float>(i), y_, column, 0}, chart_.points[i].label, label);
      }
    }
    y_ += labels + c_.space;
  }

  void draw_line(Rect plot, float column, float numbers) {
    const ui::Theme& theme = frame_.theme();
    const ui::Metrics& m = frame_.metrics();
    const double most = most_of(chart_);
    frame_.fill({plot.x, plot.bottom(), plot.width, std::max(1.0F, m.px(2))}, theme.hairline);
    std::vector<ui::Point> line;
    ui::TextStyle number = s_.number;
    number.align = text::Align::centre;
    for (std::size_t i = 0; i < chart_.points.size(); ++i) {
      const float x = plot.x + column * (static_cast<float>(i) + 0.5F);
      const float y = plot.bottom() - plot.height * 0.9F * static_cast<float>(chart_.points[i].value / most);
      line.push_back(frame_.placed({x, y}));
      frame_.text({}, {x - column / 2, y - numbers - m.px(10), column, 0}, chart_.points[i].number, number);
    }
    frame_.polyline(line, theme.accent, m.px(5));
    for (const ui::Point& point : line) frame_.disc(point, m.px(10), theme.accent);
  }

  Frame& frame_;
  const ChartView& chart_;
  bool as_table_;
  bool draws_;
  ChartStyles s_;
  ChartMeasures c_;
  Rect inner_;
  float y_ = 0;
};

}  // namespace

float chart_height(Frame& frame, const ChartView& chart, float width, bool as_table) {
  return std::ceil(ChartLayout(frame, {0, 0, width, 0}, chart, as_table, false).lay());
}

void draw_chart(Frame& frame, Rect card, const ChartView& chart, bool as_table) {
  ui::surface(frame, card);
  if (frame.visible(card)) ChartLayout(frame, card, chart, as_table, true).lay();
}

}  // namespace kiosk::screens
