#include "content/markdown.h"

#include <md4c.h>

#include <algorithm>

namespace kiosk::content {
namespace {

using model::Block;
using model::BlockKind;

struct Reading {
  MarkdownResult result;
  Block current;
  std::vector<int> numbers;  // of the lists that are open: the next number, 0 in a list of bullets
  bool item_begins = false;
  int pictures = 0;  // open ones: their words are no text

  void lose(const char* what) {
    if (std::find(result.lost.begin(), result.lost.end(), what) == result.lost.end()) result.lost.emplace_back(what);
  }
  void finish() {
    const auto text = std::string_view(current.text);
    const bool blank = text.find_first_not_of(" \n") == std::string_view::npos;
    if (!blank && result.blocks.size() < kMostBlocks) {
      result.blocks.push_back(current);
    } else if (!blank) {
      lose("more blocks than a screen can show");
    }
    current = {};
  }
  void begin(BlockKind kind, int number = 0) {
    finish();
    current.kind = kind;
    current.number = number;
  }
};

int enter_block(MD_BLOCKTYPE type, void* detail, void* state) {
  auto& reading = *static_cast<Reading*>(state);
  switch (type) {
    case MD_BLOCK_UL: reading.numbers.push_back(0); break;
    case MD_BLOCK_OL: reading.numbers.push_back(static_cast<int>(std::min(9999U, static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start))); break;
    case MD_BLOCK_LI: {
      const int number = reading.numbers.empty() ? 0 : reading.numbers.back();
      reading.begin(number > 0 ? BlockKind::numbered : BlockKind::bullet, number);
      if (number > 0) ++reading.numbers.back();
      reading.item_begins = true;
      break;
    }
    case MD_BLOCK_H: reading.begin(BlockKind::heading); break;
    case MD_BLOCK_P:
      // The first paragraph of a loose list item is the item's own text.
      if (!reading.item_begins) reading.begin(BlockKind::paragraph);
      reading.item_begins = false;
      break;
    case MD_BLOCK_CODE: reading.begin(BlockKind::paragraph); break;
    case MD_BLOCK_HTML: reading.lose("HTML"); break;
    case MD_BLOCK_TABLE: reading.lose("a table"); break;
    case MD_BLOCK_TR: reading.begin(BlockKind::paragraph); break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      if (!reading.current.text.empty()) reading.current.text += " · ";
      break;
    default: break;
  }
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* state) {
  auto& reading = *static_cast<Reading*>(state);
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) reading.numbers.pop_back();
  if (type == MD_BLOCK_H || type == MD_BLOCK_P || type == MD_BLOCK_LI || type == MD_BLOCK_CODE) reading.finish();
  if (type == MD_BLOCK_LI) reading.item_begins = false;
  return 0;
}

int enter_span(MD_SPANTYPE type, void*, void* state) {
  auto& reading = *static_cast<Reading*>(state);
  if (type == MD_SPAN_A) reading.lose("a link");
  if (type == MD_SPAN_IMG) {
    reading.lose("a picture");
    ++reading.pictures;
  }
  return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* state) {
  if (type == MD_SPAN_IMG) --static_cast<Reading*>(state)->pictures;
  return 0;
}

int add_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* state) {
  auto& reading = *static_cast<Reading*>(state);
  if (reading.pictures > 0) return 0;
  switch (type) {
    case MD_TEXT_NULLCHAR: break;
    case MD_TEXT_BR:
    case MD_TEXT_SOFTBR: reading.current.text += ' '; break;
    case MD_TEXT_HTML: reading.lose("HTML"); break;
    default: reading.current.text.append(text, size); break;
  }
  return 0;
}

}  // namespace

MarkdownResult read_markdown(std::string_view text) {
  Reading reading;
  // Indented lines are no code here: trainers indent for the eye.
  const MD_PARSER parser{0, MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_COLLAPSEWHITESPACE | MD_FLAG_TABLES, enter_block, leave_block, enter_span, leave_span, add_text, nullptr, nullptr};
  if (md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, &reading) != 0) {
    reading.result.blocks.assign(1, {BlockKind::paragraph, std::string(text), 0});
    return std::move(reading.result);
  }
  reading.finish();
  return std::move(reading.result);
}

}  // namespace kiosk::content
