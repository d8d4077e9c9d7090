// TableReader's texts: given per language, plain or as Markdown.
#include "base/format.h"
#include "content/markdown.h"
#include "content/spelling.h"
#include "content/table_reader.h"
#include "content/written_values.h"

namespace kiosk::content {
namespace {

constexpr std::string_view kLocalTextExample = "{ ar = \"…\", fr = \"…\", en = \"…\" }";

std::vector<std::string_view> language_codes() {
  std::vector<std::string_view> codes;
  for (base::Language language : base::kLanguages) codes.push_back(base::code(language));
  return codes;
}

}  // namespace

void TableReader::keep_missing_languages(const model::LocalText& text, const Node& node, std::string_view key) {
  if (draft_.issues.is_torn(file_)) return;
  Draft::MissingTexts missing{place_of(node), std::string(key), std::string(subject_), {}};
  for (base::Language language : {base::Language::arabic, base::Language::french, base::Language::english}) {
    if (text.in(language).empty()) missing.languages.push_back(language);
  }
  if (!missing.languages.empty()) draft_.missing_texts.push_back(std::move(missing));
}

// A sentence is shown as it is written, with every sign.
void TableReader::warn_of_markup(const Node& text) {
  std::string found;
  const std::string_view all = text.text;
  for (std::size_t at = all.find('<'); at != std::string_view::npos && found.empty(); at = all.find('<', at + 1)) {
    const std::size_t name = at + (at + 1 < all.size() && all[at + 1] == '/' ? 2 : 1);
    const std::size_t end = all.find('>', name);
    const bool letter = name < all.size() && ((all[name] >= 'a' && all[name] <= 'z') || (all[name] >= 'A' && all[name] <= 'Z'));
    if (letter && end != std::string_view::npos && end - at < 200) found = fmt::format("HTML ({})", all.substr(at, end - at + 1));
  }
  for (const std::string_view sign : {"**", "](", "\n# ", "\n- ", "\n* ", "\n| "}) {
    const bool begins = sign.front() == '\n' && all.starts_with(sign.substr(1));
    if (found.empty() && (begins || all.find(sign) != std::string_view::npos)) found = fmt::format("Markdown ({})", sign.substr(sign.front() == '\n' ? 1 : 0));
  }
  if (!found.empty()) draft_.issues.warn(place_of(text), fmt::format("this text has {}, which is shown as it is written", found), "Write plain sentences here; only the description of a program reads Markdown.");
}

// U+202A to U+202E turn letters around up to the end of the line; no text needs them since Unicode has isolates (UAX #9).
void TableReader::warn_of_turned_letters(const Node& text) {
  for (unsigned char last = 0xAA; last <= 0xAE; ++last) {
    const std::string mark{'\xE2', '\x80', static_cast<char>(last)};
    if (text.text.find(mark) == std::string::npos) continue;
    draft_.issues.warn(place_of(text), fmt::format("there is a U+20{:02X} in this text: letters after it may stand in the wrong order", last - 0x80),
                       "Delete the mark, which cannot be seen: type the line again.");
    return;
  }
}

model::LocalText TableReader::local_text_of(const Node& node, std::string_view key, Markup markup) {
  model::LocalText text;
  if (node.kind != NodeKind::table) {
    refuse_kind(key, node, "given per language", kLocalTextExample);
    return text;
  }
  bool has_mistake = false;
  for (const Member& member : node.members) {
    const auto language = base::language_from_code(member.key);
    if (!language) {
      const std::string_view meant = nearest_word(member.key, language_codes());
      draft_.issues.error({file_, member.line, member.column}, fmt::format("'{}' is not a language of the kiosk", member.key),
                          meant.empty() ? fmt::format("Use {}. A key of the {} itself stands above the line [{}].", fmt::join(language_codes(), ", "), subject_, key)
                                        : did_you_mean(meant));
      has_mistake = true;
    } else if (member.value.kind != NodeKind::text) {
      refuse_kind(member.key, member.value, name_of(NodeKind::text), "\"…\"");
      has_mistake = true;
    } else if (!is_blank(member.value.text)) {
      warn_of_turned_letters(member.value);
      if (markup == Markup::none) warn_of_markup(member.value);
      text.in(*language) = shown_in(*language, member.value.text);
      draft_.content.texts.push_back({text.in(*language), *language, place_of(member.value), fmt::format("{}.{}", key, member.key)});
    }
  }
  if (has_mistake) return text;
  if (text.empty()) {
    draft_.issues.lack(Severity::error, place_of(node), fmt::format("'{}' of the {} has no text in any language", key, subject_),
                       fmt::format("Write {} = {}", key, kLocalTextExample));
  } else {
    keep_missing_languages(text, node, key);
  }
  return text;
}

model::LocalText TableReader::local_text(std::string_view key, Need need) {
  const Node* node = any(key, need, kLocalTextExample);
  return node ? local_text_of(*node, key) : model::LocalText{};
}

std::vector<model::LocalText> TableReader::local_texts(std::string_view key) {
  std::vector<model::LocalText> texts;
  const Node* list = any(key, Need::optional, {});
  if (list && list->kind == NodeKind::table) {
    tables(key);  // says how several are written
    return texts;
  }
  if (list && list->kind != NodeKind::array) {
    refuse_kind(key, *list, name_of(NodeKind::array), fmt::format("[ {} ]", kLocalTextExample));
    return texts;
  }
  if (!list || !is_short_enough(key, *list)) return texts;
  for (const Node& item : list->items) texts.push_back(local_text_of(item, key));
  return texts;
}

model::LocalBlocks TableReader::local_blocks(std::string_view key) {
  model::LocalBlocks blocks;
  const Node* node = any(key, Need::optional, kLocalTextExample);
  const model::LocalText text = node ? local_text_of(*node, key, Markup::markdown) : model::LocalText{};
  for (base::Language language : base::kLanguages) {
    if (text.in(language).empty()) continue;
    MarkdownResult read = read_markdown(text.in(language));
    blocks.in(language) = std::move(read.blocks);
    const Member* member = node == nullptr ? nullptr : node->find(base::code(language));
    for (const std::string& lost : read.lost) {
      draft_.issues.warn(member == nullptr ? place_of(key) : place_of(member->value), fmt::format("'{}' has {}, which is not shown", key, lost),
                         "Write plain paragraphs, # headings, - lists and 1. lists.");
    }
  }
  return blocks;
}

}  // namespace kiosk::content
