using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Copilot.Documents.Readers.Html;

/// <summary>Applies the declarations of a style to an element, as far as they decide whether its text is seen.</summary>
internal static partial class HtmlStyle
{
    private const int LongestStyle = 4000;
    private const double FarAway = 400;
    private static readonly FrozenSet<string> Read = new[]
    {
        "display", "visibility", "opacity", "font-size", "font", "mso-hide", "color", "-webkit-text-fill-color", "background-color", "background", "position", "left", "top", "right", "bottom",
        "margin-left", "margin-top", "text-indent", "overflow", "overflow-x", "overflow-y", "height", "width", "max-height", "max-width", "clip", "clip-path", "transform",
    }.ToFrozenSet();

    /// <summary>Keeps of a rule what is read here, each property once: a rule is applied to every element of its class.</summary>
    public static string Essence(string style)
    {
        var kept = new Dictionary<string, string>();
        foreach (var declaration in style.Length > LongestStyle ? style[..LongestStyle].Split(';') : style.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            var name = colon < 0 ? string.Empty : declaration[..colon].Trim().ToLowerInvariant();
            if (Read.Contains(name) && declaration.Length - colon < 200)
            {
                kept[name] = declaration[(colon + 1)..].Trim();
            }
        }

        return string.Join(';', kept.Select(k => $"{k.Key}:{k.Value}"));
    }

    /// <summary>Applies declarations such as <c>color:#fff; display:none</c>.</summary>
    public static HtmlFrame Apply(HtmlFrame frame, string style)
    {
        if (style.Length > LongestStyle)
        {
            style = style[..LongestStyle];
        }

        bool placed = false, clipped = false, flat = false, away = false;
        foreach (var declaration in style.Split(';'))
        {
            var colon = declaration.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            var name = declaration[..colon].Trim().ToLowerInvariant();
            var value = declaration[(colon + 1)..].Replace("!important", string.Empty, StringComparison.OrdinalIgnoreCase).Trim().ToLowerInvariant();
            switch (name)
            {
                case "display":
                    frame = frame with { Gone = frame.Gone || value == "none" };
                    break;
                case "visibility":
                    frame = frame with { Invisible = value is "hidden" or "collapse" };
                    break;
                case "opacity":
                    frame = frame with { Gone = frame.Gone || (Number(value) is { } part && part < 0.05) };
                    break;
                case "font-size":
                    frame = frame with { Tiny = IsTiny(value) };
                    break;
                case "font" when FontSize().Match(value) is { Success: true } size:
                    frame = frame with { Tiny = IsTiny(size.Value) };
                    break;
                case "mso-hide":
                    frame = frame with { Gone = frame.Gone || value == "all" };
                    break;
                case "color" or "-webkit-text-fill-color":
                    var colour = HtmlColour.Read(value);
                    frame = colour == "transparent" ? frame with { Gone = true } : frame with { Colour = colour };
                    break;
                case "background-color" or "background":
                    frame = frame with { Ground = Ground(value, frame.Ground) };
                    break;
                case "position":
                    placed = value is "absolute" or "fixed" or "relative";
                    break;
                case "left" or "top" or "right" or "bottom" or "margin-left" or "margin-top":
                    away |= Number(value) is <= -FarAway || (name is "left" or "top" && Number(value) is > 10_000);
                    placed |= name.StartsWith("margin", StringComparison.Ordinal);
                    break;
                case "text-indent":
                    frame = frame with { Gone = frame.Gone || Number(value) is <= -FarAway };
                    break;
                case "overflow" or "overflow-x" or "overflow-y":
                    clipped = value is "hidden" or "clip";
                    break;
                case "height" or "width" or "max-height" or "max-width":
                    flat |= Number(value) is <= 1 && !value.EndsWith('%') && !value.EndsWith("em", StringComparison.Ordinal);
                    break;
                case "clip":
                    frame = frame with { Gone = frame.Gone || ZeroClip().IsMatch(value) };
                    break;
                case "clip-path":
                    frame = frame with { Gone = frame.Gone || value.StartsWith("inset(50%", StringComparison.Ordinal) || value.StartsWith("inset(100%", StringComparison.Ordinal) || value.StartsWith("circle(0", StringComparison.Ordinal) };
                    break;
                case "transform":
                    frame = frame with { Gone = frame.Gone || value.StartsWith("scale(0)", StringComparison.Ordinal) || (Number(value[(value.IndexOf('(', StringComparison.Ordinal) + 1)..]) is <= -FarAway && value.StartsWith("translate", StringComparison.Ordinal)) };
                    break;
            }
        }

        return frame with { Gone = frame.Gone || (placed && away) || (clipped && flat) };
    }

    /// <summary>Reads the colour of a background; what is neither plain nor clear is "unknown", on which white text may well be seen.</summary>
    public static string? Ground(string value, string? below)
    {
        var colour = HtmlColour.Read(value.Split(' ', 2)[0].StartsWith("rgb", StringComparison.Ordinal) ? value : value.Split(' ', 2)[0]);
        return colour is null or "transparent" ? (value is "none" or "inherit" or "transparent" or "initial" || colour == "transparent" ? below : "unknown") : colour;
    }

    private static bool IsTiny(string value)
    {
        var size = Number(value);
        return size is not null && (value.EndsWith("rem", StringComparison.Ordinal) || value.EndsWith("em", StringComparison.Ordinal) ? size < 0.1
            : value.EndsWith('%') ? size < 10
            : value.EndsWith("pt", StringComparison.Ordinal) ? size <= 1
            : size <= 1);
    }

    private static double? Number(string value)
        => Leading().Match(value) is { Success: true } match && double.TryParse(match.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^-?\d{0,9}(?:\.\d{1,9})?")]
    private static partial Regex Leading();

    [GeneratedRegex(@"(?<![\w.-])\d{0,6}(?:\.\d{1,6})?(?:px|pt|em|rem|%)")]
    private static partial Regex FontSize();

    [GeneratedRegex(@"^rect\(\s*(?:0|1px|0px)[\s,]")]
    private static partial Regex ZeroClip();
}
