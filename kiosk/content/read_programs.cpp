// programs/*.toml: one file for each program, named after its id.
#include <algorithm>
#include <limits>
#include <system_error>

#include "base/format.h"
#include "content/pictures.h"
#include "content/readers.h"
#include "content/text_files.h"
#include "content/written_values.h"
#include "content/table_reader.h"
#include "content/voices.h"

namespace kiosk::content {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kFileLimit = 2000;
constexpr int kLongestTrainingMonths = 120;

struct OrderedProgram {
  int order = std::numeric_limits<int>::max();  // programs without an order come last, by file name
  model::Program program;
};

// months = 24, or [12, 24].
void read_months(Draft& draft, TableReader& reader, model::Program& program) {
  constexpr std::string_view example = "24, or months = [12, 24]";
  const Node* months = reader.any("months", Need::optional, example);
  if (!months) return;
  std::vector<const Node*> ends;
  if (months->kind == NodeKind::array) {
    for (const Node& item : months->items) ends.push_back(&item);
  } else {
    ends = {months, months};
  }
  const bool are_whole = std::all_of(ends.begin(), ends.end(), [](const Node* end) { return end->kind == NodeKind::integer; });
  if (ends.size() != 2 || !are_whole) {
    reader.refuse_kind("months", *months, "a number of months or two of them", example);
    return;
  }
  const std::int64_t from = ends[0]->integer;
  const std::int64_t to = ends[1]->integer;
  if (from < 1 || to > kLongestTrainingMonths || to < from) {
    draft.issues.error(reader.place_of("months"),
                       fmt::format("'months' must be from 1 to {}, the smaller first", kLongestTrainingMonths),
                       fmt::format("Write months = {}", example));
    return;
  }
  program.months_min = static_cast<int>(from);
  program.months_max = static_cast<int>(to);
}

void read_motif(TableReader& program, const Node& table, model::Motif& motif) {
  using model::MotifShape;
  TableReader reader(program, "[motif]", table, "motif");
  motif.shape = reader.choice<MotifShape>("shape",
                                          {{"star", MotifShape::star},
                                           {"knot", MotifShape::knot},
                                           {"weave", MotifShape::weave},
                                           {"coil", MotifShape::coil},
                                           {"lozenge", MotifShape::lozenge},
                                           {"leaf", MotifShape::leaf},
                                           {"arch", MotifShape::arch},
                                           {"lattice", MotifShape::lattice},
                                           {"scale", MotifShape::scale},
                                           {"fan", MotifShape::fan},
                                           {"ring", MotifShape::ring},
                                           {"stitch", MotifShape::stitch}},
                                          motif.shape, Need::required);
  motif.fold = reader.integer("fold", 3, 16, Need::optional).value_or(motif.fold);
  motif.rings = reader.integer("rings", 1, 4, Need::optional).value_or(motif.rings);
  motif.turn_degrees = reader.integer("turn", 0, 359, Need::optional).value_or(motif.turn_degrees);
  motif.density = reader.number("density", 0, 1).value_or(motif.density);
  reader.finish();
}

void read_steps(TableReader& program, const Node& table, model::Steps& steps) {
  TableReader reader(program, "[steps]", table, "steps");
  steps.material = reader.local_text("material", Need::required);
  steps.gesture = reader.local_text("gesture", Need::required);
  steps.piece = reader.local_text("piece", Need::required);
  reader.finish();
}

OrderedProgram read_program(Draft& draft, const std::string& file, const Node& root, std::string id) {
  OrderedProgram ordered;
  model::Program& program = ordered.program;
  TableReader reader(draft, file, root, "program");
  program.id = std::move(id);
  ordered.order = reader.integer("order", 0, 9999, Need::optional).value_or(ordered.order);
  program.family = reader.reference("family", Thing::family, Need::required);
  program.name = reader.local_text("name", Need::required);
  program.summary = reader.local_text("summary", Need::required);
  program.description = reader.local_blocks("description");
  for (const Node* alias : reader.texts("aliases", Need::optional)) program.aliases.push_back(alias->text);
  program.learn = reader.local_texts("learn");
  program.tools = reader.local_texts("tools");
  program.levels = reader.references("levels", Thing::level, Need::required);
  draft.program_level_places[program.id] = reader.place_of("levels");
  program.modes = reader.references("modes", Thing::mode, Need::optional);
  program.institutes = reader.references("institutes", Thing::institute, Need::required);
  read_months(draft, reader, program);
  program.room = reader.reference("room", Thing::room, Need::optional);
  for (const Node* photo : reader.texts("photos", Need::optional)) {
    fs::path found = find_picture(draft, photo->text, reader.place_of(*photo), PictureHome::images);
    if (!found.empty()) program.photos.push_back(std::move(found));
  }
  program.voices = find_voices(draft, program);
  program.status = reader.status();
  if (const Node* table = reader.table("steps", Need::optional)) read_steps(reader, *table, program.steps);
  if (const Node* table = reader.table("motif", Need::optional)) read_motif(reader, *table, program.motif);
  reader.finish();
  return ordered;
}

// "zellige - Copie", "zellige (1)", "zellige.sync-conflict-…": what file managers and synchronisers write beside a file.
bool looks_like_copy(std::string_view stem) { return stem.find_first_of(" ()~") != std::string_view::npos || stem.find(".sync-conflict") != std::string_view::npos; }

// Folders hold what belongs to a program, such as its recordings; no program is read from there.
void warn_of_programs_below(Draft& draft, const std::string& folder) {
  std::error_code failed;
  for (fs::directory_iterator entry(draft.folder / "programs" / folder, failed), end; !failed && entry != end; entry.increment(failed)) {
    const std::string name = entry->path().filename().string();
    if (!is_meant_as_text(name)) continue;
    draft.issues.warn({fmt::format("programs/{}/{}", folder, name), 0, 0}, "this file is not read: programs stand in programs/ itself", fmt::format("Move it to programs/{}.toml.", name.substr(0, text_ending(name))));
  }
}

// The names in programs/ that end in .toml, sorted. Copies and what was meant to end so are told of; notes and hidden files are nobody's
// business here.
std::vector<std::string> list_program_files(Draft& draft) {
  std::error_code failed;
  std::vector<std::string> names;
  for (fs::directory_iterator entry(draft.folder / "programs", failed), end; !failed && entry != end; entry.increment(failed)) {
    std::string name = entry->path().filename().string();
    std::error_code unreadable;
    if (entry->is_directory(unreadable)) warn_of_programs_below(draft, name);
    if (!is_meant_as_text(name)) continue;
    const bool other_ending = entry->path().extension() != ".toml";
    const std::string program = name.substr(0, text_ending(name));
    // With another ending beside the program's own file it is a copy: a remedy must not write over what is good.
    if (other_ending ? fs::exists(draft.folder / "programs" / (program + ".toml"), unreadable) : looks_like_copy(entry->path().stem().string())) {
      draft.issues.warn({"programs/" + name, 0, 0}, "this looks like a copy and is not read", "Delete it, or give a program of its own a name of small letters, digits, - and _.");
      continue;
    }
    if (other_ending) {
      draft.issues.warn({"programs/" + name, 0, 0}, "this file is not read: its name does not end in .toml", fmt::format("Rename it to {}.toml.", program));
      continue;
    }
    if (names.size() == kFileLimit) {
      draft.issues.error({"programs", 0, 0}, fmt::format("there are more than {} files", kFileLimit),
                         "Keep only the programs taught.");
      draft.registry(Thing::program).is_complete = false;
      break;
    }
    names.push_back(std::move(name));
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

void read_programs(Draft& draft) {
  const std::vector<std::string> names = list_program_files(draft);
  if (names.empty()) {
    draft.issues.error({"programs", 0, 0}, "there is no program",
                       "Write one file for each program, such as programs/zellige.toml.");
    draft.registry(Thing::program).is_complete = false;
  }
  std::vector<OrderedProgram> programs;
  for (const std::string& name : names) {
    const std::string file = "programs/" + name;
    std::string id = name.substr(0, name.size() - std::string_view(".toml").size());
    if (!is_id(id)) {
      draft.issues.error({file, 0, 0}, fmt::format("'{}' cannot be an id", id),
                         "Rename the file: small letters, digits, - and _ only, then .toml.");
      draft.registry(Thing::program).is_complete = false;
      continue;
    }
    draft.register_id(Thing::program, id, {file, 0, 0});
    const auto root = read_document(draft, file, Presence::required, "the program cannot be shown");
    if (root) programs.push_back(read_program(draft, file, *root, std::move(id)));
  }
  std::stable_sort(programs.begin(), programs.end(),
                   [](const OrderedProgram& a, const OrderedProgram& b) { return a.order < b.order; });
  for (OrderedProgram& ordered : programs) draft.content.catalogue.programs.push_back(std::move(ordered.program));
  warn_of_homeless_voices(draft);
}

}  // namespace kiosk::content
