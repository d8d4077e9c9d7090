// questions.toml, after.toml and figures.toml: what helps a family decide.
#include "content/readers.h"
#include "content/table_reader.h"
#include "content/text_files.h"

namespace kiosk::content {
namespace {

// What is only plausible has no source to name.
Need needed_source(model::Status status) { return status == model::Status::demo ? Need::optional : Need::required; }

constexpr std::size_t kMostPoints = 24;

void read_question(Draft& draft, const Node& table) {
  TableReader reader(draft, "questions.toml", table, "question");
  model::Question question;
  question.id = reader.id(Thing::question);
  question.question = reader.local_text("question", Need::required);
  question.answer = reader.local_text("answer", Need::required);
  question.list = reader.local_texts("list");
  question.ask_desk = reader.flag("ask_desk");
  // An answer is somebody's word: whoever gives none sends to the desk.
  question.source = reader.source(question.ask_desk ? Need::optional : Need::required);
  question.status = reader.status();
  reader.finish();
  draft.content.catalogue.questions.push_back(std::move(question));
}

void read_part(Draft& draft, const Node& table) {
  TableReader reader(draft, "after.toml", table, "part");
  model::AfterPart part;
  part.id = reader.id(Thing::part);
  part.icon = reader.word("icon", Need::optional);
  part.title = reader.local_text("title", Need::required);
  part.text = reader.local_text("text", Need::required);
  part.status = reader.status();
  part.source = reader.source(needed_source(part.status));
  reader.finish();
  draft.content.catalogue.after.push_back(std::move(part));
}

void read_story(Draft& draft, const Node& table) {
  TableReader reader(draft, "after.toml", table, "story");
  model::Story story;
  story.id = reader.id(Thing::story);
  story.family = reader.reference("family", Thing::family, Need::required);
  story.who = reader.local_text("who", Need::required);
  story.text = reader.local_text("text", Need::required);
  story.status = reader.status();
  reader.finish();
  draft.content.catalogue.stories.push_back(std::move(story));
}

void read_points(Draft& draft, TableReader& reader, model::Figure& figure) {
  const std::vector<const Node*> tables = reader.tables("point");
  for (const Node* table : tables) {
    TableReader point(reader, "[[figure.point]]", *table, "point");
    constexpr double kLargest = 1e12;
    model::FigurePoint& added = figure.points.emplace_back();
    added.label = point.local_text("label", figure.kind == model::FigureKind::number ? Need::optional : Need::required);
    const bool given = point.has("value");
    added.value = point.number("value", 0, kLargest).value_or(0);
    if (!given) draft.issues.lack(Severity::error, point.place(), "the point has no 'value'", "Add value = 300");
    point.finish();
  }
  const std::size_t least = figure.kind == model::FigureKind::number ? 1 : 2;
  if (tables.size() < least || tables.size() > kMostPoints || (figure.kind == model::FigureKind::number && tables.size() > 1)) {
    draft.issues.lack(Severity::error, reader.place(), "the figure has no fitting number of [[figure.point]]",
                      "A number has one point, a chart from 2 to 24.");
  }
}

void read_figure(Draft& draft, const Node& table) {
  TableReader reader(draft, "figures.toml", table, "figure");
  model::Figure figure;
  figure.id = reader.id(Thing::figure);
  figure.kind = reader.choice<model::FigureKind>("kind",
                                                 {{"number", model::FigureKind::number},
                                                  {"bars", model::FigureKind::bars},
                                                  {"line", model::FigureKind::line},
                                                  {"dots", model::FigureKind::dots}},
                                                 figure.kind, Need::required);
  figure.place = reader.choice<model::FigurePlace>("place", {{"figures", model::FigurePlace::figures}, {"after", model::FigurePlace::after}}, figure.place, Need::optional);
  figure.title = reader.local_text("title", Need::required);
  figure.unit = reader.local_text("unit", Need::optional);
  figure.note = reader.local_text("note", Need::optional);
  figure.at_least = reader.flag("at_least");
  figure.status = reader.status();
  figure.source = reader.source(needed_source(figure.status));
  read_points(draft, reader, figure);
  reader.finish();
  draft.content.catalogue.figures.push_back(std::move(figure));
}

}  // namespace

void read_questions(Draft& draft) {
  const auto root = read_document(draft, "questions.toml", Presence::optional, {});
  if (!root) return;
  TableReader file(draft, "questions.toml", *root, "file");
  for (const Node* table : file.tables("question")) read_question(draft, *table);
  file.finish();
}

void read_after(Draft& draft) {
  const auto root = read_document(draft, "after.toml", Presence::optional, {});
  if (!root) return;
  TableReader file(draft, "after.toml", *root, "file");
  for (const Node* table : file.tables("part")) read_part(draft, *table);
  for (const Node* table : file.tables("story")) read_story(draft, *table);
  file.finish();
}

void read_figures(Draft& draft) {
  const auto root = read_document(draft, "figures.toml", Presence::optional, {});
  // Without the file there is no figure that a slide could name.
  draft.registry(Thing::figure).is_complete &= root.has_value() || !holds_text(draft.folder / "figures.toml");
  if (!root) return;
  TableReader file(draft, "figures.toml", *root, "file");
  for (const Node* table : file.tables("figure")) read_figure(draft, *table);
  file.finish();
}

}  // namespace kiosk::content
