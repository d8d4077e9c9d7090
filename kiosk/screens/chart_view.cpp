#include "screens/chart.h"

namespace kiosk::screens {

ChartView make_chart_view(const ViewContext& context, const model::Figure& figure) {
  ChartView chart;
  chart.id = "figure." + figure.id;
  chart.title = context.pick(figure.title);
  chart.kind = figure.kind;
  chart.note = context.pick(figure.note);
  chart.source = source_phrase(context, figure.source);
  if (figure.status == model::Status::demo) chart.demo = context.say("figures.demo");
  const Phrase unit = context.pick(figure.unit);
  if (unit.text == "%") {
    chart.full = 100;
  } else {
    chart.unit = unit;
  }
  for (const model::FigurePoint& point : figure.points) {
    Phrase number = number_phrase(context, point.value);
    // A percent sign stands at the number in every language; a word has its own line.
    if (unit.text == "%") {
      number.text += context.language() == Language::french ? "\u202F%" : "%";
      number.text = locale::isolate_left_to_right(number.text);
    }
    if (figure.at_least) number = context.say("figures.more_than", {{"number", number.text}});
    chart.points.push_back({context.pick(point.label), point.value, std::move(number)});
  }
  return chart;
}

}  // namespace kiosk::screens
