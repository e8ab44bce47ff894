#!/bin/sh
# Cuts the Inter fonts down to what the charts can need. Run once; the results are kept in the repository.
#
#   sh make-subset.sh DIRECTORY_WITH_Inter-Regular.otf_AND_Inter-SemiBold.otf
#
# Needs fonttools and brotli (Python). Made from Inter 3.019 (Debian 12, package fonts-inter 4.0~beta7+ds-1) with fonttools 4.
set -eu
from=$1
# Basic Latin and Latin-1, punctuation, every currency sign, arrows, mathematical signs, the marks that charts use.
latin="U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+0192,U+02C6,U+02DA,U+02DC,U+0E3F,U+2009,U+202F,U+2010-2015,U+2018-201E"
latin="$latin,U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039-203A,U+2044,U+20A0-20BF,U+2116,U+2122,U+2190-2199,U+2206,U+2211"
latin="$latin,U+2212,U+2215,U+2248,U+221E,U+2260,U+2264-2265,U+25A0-25A1,U+25B2-25B3,U+25BC-25BD,U+25C6-25C7,U+25CB,U+25CF"
# Latin Extended-A, the letters of Romanian, Azerbaijani and Vietnamese, combining marks of Vietnamese.
extended="U+0100-0130,U+0132-0151,U+0154-017F,U+018F,U+01A0-01A1,U+01AF-01B0,U+01CD-01DC,U+0218-021B,U+0259"
extended="$extended,U+0300-0304,U+0306-030C,U+031B,U+0323,U+0327-0328,U+1E80-1E85,U+1E9E,U+1EA0-1EF9"
cyrillic="U+0400-052F"
for weight in Regular SemiBold; do
  name=inter-$(echo "$weight" | tr '[:upper:]' '[:lower:]')
  # One font with everything: text is measured with it, and PNGs are drawn with it.
  pyftsubset "$from/Inter-$weight.otf" --unicodes="$latin,$extended,$cyrillic" \
    --layout-features=kern,mark,mkmk,ccmp --no-hinting --notdef-outline --name-IDs='*' --output-file="$name.otf"
  # One small web font for each script: an SVG carries those that its text needs.
  for script in latin extended cyrillic; do
    eval "range=\$$script"
    pyftsubset "$from/Inter-$weight.otf" --unicodes="$range" \
      --layout-features=kern,mark,mkmk,ccmp --no-hinting --name-IDs='*' --flavor=woff2 --output-file="$name-$script.woff2"
  done
done
