#include "screens/guidance_view.h"

#include <algorithm>

namespace kiosk::screens {
namespace {

AnswerView make_answer(const ViewContext& context, const model::Question& question) {
  AnswerView view;
  view.question = context.pick(question.question);
  view.answer = context.pick(question.answer);
  view.source = source_phrase(context, question.source);
  for (const model::LocalText& line : question.list) view.list.push_back(context.pick(line));
  if (question.ask_desk && context.catalogue.map.area(kGuidanceDesk) != nullptr) {
    view.desk = context.say("questions.desk");
    view.room = kGuidanceDesk;
  }
  if (!view.list.empty() && context.make_qr_code != nullptr) {
    view.qr = context.make_qr_code(model::checklist_of(context.catalogue, question, context.language()));
    view.qr_line = context.say("questions.qr_line");
  }
  return view;
}

std::vector<ChartView> charts_of(const ViewContext& context, model::FigurePlace place) {
  std::vector<ChartView> charts;
  for (const model::Figure& figure : context.catalogue.figures) {
    if (figure.place == place) charts.push_back(make_chart_view(context, figure));
  }
  return charts;
}

}  // namespace

QuestionsView make_questions_view(const ViewContext& context) {
  QuestionsView view;
  view.title = context.say("questions.title");
  view.line = context.say("questions.line");
  for (const model::Question& question : context.catalogue.questions) {
    const bool selected = question.id == context.session.place.subject;
    view.rows.push_back({"question." + question.id, question.id, context.pick(question.question), selected});
    if (selected) view.answer = make_answer(context, question);
  }
  return view;
}

AfterView make_after_view(const ViewContext& context) {
  AfterView view;
  view.title = context.say("after.title");
  view.line = context.say("after.line");
  for (const model::AfterPart& part : context.catalogue.after) {
    view.parts.push_back({"after." + part.id, part.icon.empty() ? "certificate" : part.icon, context.pick(part.title), context.pick(part.text),
                          source_phrase(context, part.source)});
  }
  view.charts_title = context.say("after.charts");
  view.charts = charts_of(context, model::FigurePlace::after);
  view.stories_title = context.say("after.stories");
  for (const model::Story& story : context.catalogue.stories) {
    const model::Family* family = context.catalogue.family(story.family);
    StoryCard card{"story." + story.id, context.pick(story.who), context.pick(story.text), {}, {}, model::Tone::metal};
    if (story.status == model::Status::demo) card.demo = context.say("after.demo_story");
    if (family != nullptr) {
      card.picture = family->scene.string();
      card.tone = family->tone;
    }
    view.stories.push_back(std::move(card));
  }
  return view;
}

FiguresView make_figures_view(const ViewContext& context) {
  FiguresView view;
  view.title = context.say("figures.title");
  view.line = context.say("figures.line");
  view.tables = context.session.figures_as_tables;
  view.as_table = context.say(view.tables ? "figures.as_charts" : "figures.as_tables");
  view.charts = charts_of(context, model::FigurePlace::figures);
  return view;
}

}  // namespace kiosk::screens
