#include "model/emblem_pen.h"

#include <cmath>
#include <iterator>
#include <numbers>
#include <utility>

#include "base/format.h"

namespace kiosk::model {
namespace {

std::string hex(base::Color color) { return fmt::format("#{:02X}{:02X}{:02X}", color.red, color.green, color.blue); }

// One decimal is a fortieth of the line weight; "-0" would make equal drawings differ.
void append_number(std::string& text, double value) {
  const long tenths = std::lround(value * 10);
  if (tenths % 10 == 0) {
    fmt::format_to(std::back_inserter(text), "{}", tenths / 10);
  } else {
    fmt::format_to(std::back_inserter(text), "{}{}.{}", tenths < 0 ? "-" : "", std::labs(tenths) / 10, std::labs(tenths) % 10);
  }
}

}  // namespace

Spot around(double radius, double degrees) {
  const double angle = degrees * std::numbers::pi / 180;
  return {radius * std::sin(angle), -radius * std::cos(angle)};
}

Spot turned(Spot at, double degrees) {
  const double angle = degrees * std::numbers::pi / 180;
  return {at.x * std::cos(angle) - at.y * std::sin(angle), at.x * std::sin(angle) + at.y * std::cos(angle)};
}

base::Color blend(base::Color a, base::Color b, double share_of_b) {
  const auto channel = [share_of_b](std::uint8_t from, std::uint8_t to) {
    return static_cast<std::uint8_t>(std::lround(from + (static_cast<double>(to) - from) * share_of_b));
  };
  return {channel(a.red, b.red), channel(a.green, b.green), channel(a.blue, b.blue), 255};
}

Outline& Outline::command(char letter) {
  text_ += letter;
  return *this;
}

Outline& Outline::place(Spot at) {
  append_number(text_, at.x);
  text_ += ' ';
  append_number(text_, at.y);
  return *this;
}

Outline& Outline::move(Spot to) { return command('M').place(to); }
Outline& Outline::line(Spot to) { return command('L').place(to); }

Outline& Outline::arc(double radius, bool large, bool clockwise, Spot to) {
  command('A');
  append_number(text_, radius);
  text_ += ' ';
  append_number(text_, radius);
  text_ += large ? " 0 1 " : " 0 0 ";
  text_ += clockwise ? "1 " : "0 ";
  return place(to);
}

Outline& Outline::curve(Spot first_handle, Spot second_handle, Spot to) {
  command('C').place(first_handle);
  text_ += ' ';
  place(second_handle);
  text_ += ' ';
  return place(to);
}

Outline& Outline::close() { return command('Z'); }

Outline& Outline::polyline(const std::vector<Spot>& places) {
  bool first = true;
  for (const Spot& at : places) {
    first ? move(at) : line(at);
    first = false;
  }
  return *this;
}

Outline& Outline::polygon(const std::vector<Spot>& corners) { return polyline(corners).close(); }

EmblemPen::EmblemPen(const MotifTones& tones)
    : tones_(tones), middle_(blend(tones.strong, tones.soft, 0.55)), faint_(blend(tones.soft, tones.strong, 0.1)) {}

base::Color EmblemPen::layer(int index) const {
  const base::Color colors[] = {strong(), paper(), middle(), accent()};
  return colors[static_cast<std::size_t>(index) % std::size(colors)];
}

void EmblemPen::fill(const Outline& outline, base::Color color) {
  fmt::format_to(std::back_inserter(body_), "<path fill=\"{}\" d=\"{}\"/>\n", hex(color), outline.text());
}

void EmblemPen::stroke(const Outline& outline, base::Color color) {
  fmt::format_to(std::back_inserter(body_), "<path stroke=\"{}\" d=\"{}\"/>\n", hex(color), outline.text());
}

void EmblemPen::band(const Outline& outline, base::Color color, double width) {
  fmt::format_to(std::back_inserter(body_), "<path stroke=\"{}\" stroke-width=\"{}\" stroke-linecap=\"butt\" d=\"{}\"/>\n",
                 hex(color), width, outline.text());
}

void EmblemPen::tile(const Outline& outline, base::Color color) {
  fmt::format_to(std::back_inserter(body_), "<path fill=\"{}\" stroke=\"{}\" d=\"{}\"/>\n", hex(color), hex(ground()),
                 outline.text());
}

void EmblemPen::disc(Spot centre, double radius, base::Color color) {
  fmt::format_to(std::back_inserter(body_), "<circle fill=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"/>\n", hex(color),
                 centre.x, centre.y, radius);
}

void EmblemPen::ring(Spot centre, double radius, base::Color color) {
  fmt::format_to(std::back_inserter(body_), "<circle stroke=\"{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"{:.1f}\"/>\n", hex(color),
                 centre.x, centre.y, radius);
}

void EmblemPen::stamp(const Outline& outline, base::Color color, const std::vector<Spot>& places) {
  fmt::format_to(std::back_inserter(body_), "<defs><path id=\"n\" d=\"{}\"/></defs>\n<g stroke=\"{}\">\n", outline.text(),
                 hex(color));
  for (const Spot& at : places) {
    fmt::format_to(std::back_inserter(body_), "<use href=\"#n\" x=\"{:.0f}\" y=\"{:.0f}\"/>\n", at.x, at.y);
  }
  end();
}

void EmblemPen::stud(Spot centre, double radius, base::Color color) {
  disc(centre, radius + kLine, ground());
  disc(centre, radius, color);
}

void EmblemPen::begin_clip(const Outline& outline) {
  ++clips_;
  fmt::format_to(std::back_inserter(body_), "<clipPath id=\"c{}\"><path d=\"{}\"/></clipPath>\n<g clip-path=\"url(#c{})\">\n",
                 clips_, outline.text(), clips_);
}

void EmblemPen::begin_turn(double degrees) {
  fmt::format_to(std::back_inserter(body_), "<g transform=\"rotate({:.1f})\">\n", degrees);
}

void EmblemPen::begin_shift(Spot by) {
  fmt::format_to(std::back_inserter(body_), "<g transform=\"translate({:.1f} {:.1f})\">\n", by.x, by.y);
}

void EmblemPen::end() { body_ += "</g>\n"; }

std::string EmblemPen::finish() && {
  return fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\" width=\"400\" height=\"400\" overflow=\"visible\">\n"
      "<rect x=\"-400\" y=\"-400\" width=\"1200\" height=\"1200\" fill=\"{}\"/>\n"
      "<g transform=\"translate(200 200)\" fill=\"none\" stroke-width=\"{}\" stroke-linecap=\"round\" "
      "stroke-linejoin=\"round\">\n"
      "{}</g>\n</svg>\n",
      hex(tones_.soft), kLine, body_);
}

}  // namespace kiosk::model
