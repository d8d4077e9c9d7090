#include "text/fonts.h"

#include <fontconfig/fontconfig.h>
#include <glib.h>

#include "base/format.h"

namespace kiosk::text {
namespace {

constexpr std::array<const char*, 6> kFiles{"NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf", "NotoKufiArabic-Bold.ttf",
                                            "NotoSans-Regular.ttf",       "NotoSans-Bold.ttf",       "NotoSansTifinagh-Regular.ttf"};

constexpr const char* kTitleFamilies = "Noto Kufi Arabic,Noto Sans,Noto Sans Tifinagh";
constexpr const char* kBodyFamilies = "Noto Sans Arabic,Noto Sans,Noto Sans Tifinagh";
constexpr const char* kLatinTitleFamilies = "Noto Sans,Noto Kufi Arabic,Noto Sans Tifinagh";
constexpr const char* kLatinBodyFamilies = "Noto Sans,Noto Sans Arabic,Noto Sans Tifinagh";
constexpr const char* kTifinaghFamilies = "Noto Sans Tifinagh,Noto Sans,Noto Sans Arabic";

std::filesystem::path find(const std::vector<std::filesystem::path>& folders, const char* file) {
  std::error_code ignored;
  for (const auto& folder : folders) {
    if (std::filesystem::is_regular_file(folder / file, ignored)) return folder / file;
  }
  return {};
}

// Grey edges, no hinting, fractions of pixels: glyphs keep the shapes their designers drew at every size.
void configure(PangoContext* context) {
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_cairo_context_set_resolution(context, 96);
  pango_context_set_round_glyph_positions(context, FALSE);
}

// GLib below 2.76 keeps small freed blocks in slices of its own, with pieces of the texts that Pango shaped. As if G_SLICE=always-malloc
// were set: it must be said before GLib's own constructor runs, and only an executable's preinit functions run before those of its libraries.
G_GNUC_BEGIN_IGNORE_DEPRECATIONS  // from 2.76 on it does nothing: slices are malloc's there
void take_slices_from_malloc(int, char**, char**) { g_slice_set_config(G_SLICE_CONFIG_ALWAYS_MALLOC, TRUE); }
G_GNUC_END_IGNORE_DEPRECATIONS
[[gnu::section(".preinit_array"), gnu::used]] void (*const kBeforeGlib)(int, char**, char**) = take_slices_from_malloc;

}  // namespace

base::Result<std::unique_ptr<Fonts>> Fonts::load(const std::vector<std::filesystem::path>& folders) {
  std::unique_ptr<Fonts> fonts(new Fonts());
  fonts->config_ = FcConfigCreate();
  for (const char* file : kFiles) {
    const auto path = find(folders, file);
    if (path.empty() || FcConfigAppFontAddFile(fonts->config_, reinterpret_cast<const FcChar8*>(path.c_str())) == FcFalse) {
      return base::fail(fmt::format("the font {} is missing", file), "Install Debian's package fonts-noto-core.");
    }
  }
  // Pango starts a thread that initialises fontconfig, reading the machine's settings and scanning its font folders, unless a current
  // configuration exists already. It stays the current one: taking it away would make the next user of fontconfig scan.
  if (FcConfigSetCurrent(fonts->config_) == FcFalse) {
    return base::fail("fontconfig does not accept the kiosk's own fonts", "Install Debian's package fontconfig again.");
  }
  fonts->map_.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map_.get()), fonts->config_);
  for (Language language : base::kLanguages) {
    Ref<PangoContext> context(pango_font_map_create_context(fonts->map_.get()));
    configure(context.get());
    const bool rtl = base::direction(language) == base::Direction::right_to_left;
    pango_context_set_base_dir(context.get(), rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    pango_context_set_language(context.get(), pango_language_from_string(std::string(base::code(language)).c_str()));
    fonts->contexts_[static_cast<std::size_t>(language)] = std::move(context);
  }
  return fonts;
}

Fonts::~Fonts() {
  for (auto& context : contexts_) context.reset();
  map_.reset();
  if (config_ != nullptr) FcConfigDestroy(config_);
}

Description Fonts::describe(const Style& style) const {
  Description description(pango_font_description_new());
  const bool title = style.face == Face::title;
  const char* families = title ? kLatinTitleFamilies : kLatinBodyFamilies;
  if (style.language == Language::arabic) families = title ? kTitleFamilies : kBodyFamilies;
  if (style.language == Language::tamazight) families = kTifinaghFamilies;
  pango_font_description_set_family_static(description.get(), families);
  // No bold Tifinagh exists: bold figures between regular letters would be the only bold there is.
  const bool bold = (title || style.weight == Weight::bold) && style.language != Language::tamazight;
  pango_font_description_set_weight(description.get(), bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_absolute_size(description.get(), size_bucket(style.size_px) * PANGO_SCALE);
  return description;
}

}  // namespace kiosk::text
