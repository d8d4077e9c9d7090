// The private font set: exactly the faces that look.md names, in a fontconfig of our own, so that the machine's font settings play no
// part and no folder is scanned. Owned by the Shaper; one thread.
#pragma once

#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <array>
#include <filesystem>
#include <memory>
#include <vector>

#include "base/result.h"
#include "text/layout.h"

namespace kiosk::text {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Ref = std::unique_ptr<T, Unref>;

struct FreeDescription {
  void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
using Description = std::unique_ptr<PangoFontDescription, FreeDescription>;

class Fonts {
 public:
  static base::Result<std::unique_ptr<Fonts>> load(const std::vector<std::filesystem::path>& folders);
  ~Fonts();
  Fonts(const Fonts&) = delete;
  Fonts& operator=(const Fonts&) = delete;

  // Base direction and language are the context's; the text never decides them.
  PangoContext* context(Language language) const { return contexts_[static_cast<std::size_t>(language)].get(); }
  Description describe(const Style& style) const;

 private:
  Fonts() = default;
  FcConfig* config_ = nullptr;
  Ref<PangoFontMap> map_;
  std::array<Ref<PangoContext>, base::kLanguageCount> contexts_;
};

}  // namespace kiosk::text
