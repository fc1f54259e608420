"""Which package brings which library or program, for the package managers that we can name a line for."""

import shutil
from dataclasses import dataclass
from pathlib import Path

INSTALL_LINES = {
    "apt-get": "sudo apt-get install",
    "dnf": "sudo dnf install",
    "zypper": "sudo zypper install",
    "pacman": "sudo pacman -S --needed",
}

# Debian's packages for the libraries that Qt's window, its X11 and Wayland plugins and the tests' model need.
DEBIAN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgomp.so.1": "libgomp1",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libpng16.so.16": "libpng16-16",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}


@dataclass(frozen=True)
class Piece:
    """A program, service or font that the tests use: the file to look for, and what to install to get it."""

    name: str
    file: str
    folders: tuple[str, ...]
    apt: str
    rpm: str
    pacman: str

    def is_present(self) -> bool:
        if self.folders:
            return any(next(Path(folder).rglob(self.file), None) for folder in self.folders)
        return shutil.which(self.file) is not None


PATH = ()
SERVICES = ("/usr/share/dbus-1/services", "/usr/local/share/dbus-1/services")
FONTS = ("/usr/share/fonts", "/usr/local/share/fonts")

# RPM systems install a program by the path of its file.
TEST_PIECES = (
    Piece("Xvfb", "Xvfb", PATH, "xvfb", "/usr/bin/Xvfb", "xorg-server-xvfb"),
    Piece("git", "git", PATH, "git", "git", "git"),
    Piece("strace", "strace", PATH, "strace", "/usr/bin/strace", "strace"),
    Piece("xdotool", "xdotool", PATH, "xdotool", "/usr/bin/xdotool", "xdotool"),
    Piece("dbus-daemon", "dbus-daemon", PATH, "dbus", "/usr/bin/dbus-daemon", "dbus"),
    Piece("dbus-send", "dbus-send", PATH, "dbus", "/usr/bin/dbus-send", "dbus"),
    Piece("gnome-keyring", "gnome-keyring-daemon", PATH, "gnome-keyring", "gnome-keyring", "gnome-keyring"),
    Piece("fc-cache", "fc-cache", PATH, "fontconfig", "fontconfig", "fontconfig"),
    Piece("at-spi2", "org.a11y.Bus.service", SERVICES, "at-spi2-core", "at-spi2-core", "at-spi2-core"),
    Piece("DejaVu Sans", "DejaVuSans.ttf", FONTS, "fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu"),
    Piece("Inter", "Inter*", FONTS, "fonts-inter", "rsms-inter-fonts", "inter-font"),
    Piece("Noto Sans", "NotoSans-*", FONTS, "fonts-noto-core", "google-noto-sans-fonts", "noto-fonts"),
    Piece(
        "Droid Sans Fallback",  # the smallest font with Chinese, Japanese and Korean
        "DroidSansFallback*",
        FONTS,
        "fonts-droid-fallback",
        "google-droid-sans-fonts",
        "ttf-droid",
    ),
    Piece(
        "JetBrains Mono",
        "JetBrainsMono*",
        FONTS,
        "fonts-jetbrains-mono",
        "jetbrains-mono-fonts",
        "ttf-jetbrains-mono",
    ),
)
