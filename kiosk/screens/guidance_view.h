// What families ask, what comes after the diploma, and the region's figures (V17, V18, V11): every answer and number with its source and date.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/qr_code.h"
#include "screens/cards.h"
#include "screens/chart.h"
#include "screens/context.h"

namespace kiosk::screens {

struct QuestionRow {
  std::string id;       // "question.cost"
  std::string subject;  // Question::id
  Phrase question;
  bool selected = false;
};

struct AnswerView {
  Phrase question;
  Phrase answer;
  std::vector<Phrase> list;
  Phrase source;
  Phrase desk;       // the way to the guidance desk; empty where the answer is whole or there is no way
  std::string room;  // Room::id of the desk
  model::QrCode qr;  // of the list, to take it home
  Phrase qr_line;
};

struct QuestionsView {
  Phrase title;
  Phrase line;
  std::vector<QuestionRow> rows;
  std::optional<AnswerView> answer;  // of the question open; none in a portrait window until one is touched
};

struct AfterCard {
  std::string id;
  std::string icon;
  Phrase title;
  Phrase text;
  Phrase source;
};

struct StoryCard {
  std::string id;
  Phrase who;
  Phrase text;
  Phrase demo;
  std::string picture;
  model::Tone tone = model::Tone::metal;
};

struct AfterView {
  Phrase title;
  Phrase line;
  std::vector<AfterCard> parts;
  Phrase charts_title;
  std::vector<ChartView> charts;
  Phrase stories_title;
  std::vector<StoryCard> stories;
};

struct FiguresView {
  Phrase title;
  Phrase line;
  Phrase as_table;  // the toggle's word
  bool tables = false;
  std::vector<ChartView> charts;
};

QuestionsView make_questions_view(const ViewContext& context);
AfterView make_after_view(const ViewContext& context);
FiguresView make_figures_view(const ViewContext& context);

}  // namespace kiosk::screens
