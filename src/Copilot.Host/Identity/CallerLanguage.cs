using System.Globalization;

namespace Copilot.Host.Identity;

/// <summary>In which language somebody wants to be answered: what the request says first, then what is known of the person, else English.</summary>
internal static class CallerLanguage
{
    // "zh-Hans-CN" and the like; what is longer is no tag of a language.
    private const int LongestTag = 20;

    /// <summary>Reads a language out of a tag as browsers, Teams and Odoo write it: <c>de-AT</c>, <c>de_DE</c>, <c>de</c>.</summary>
    /// <param name="tag">The tag, or null. Untrusted.</param>
    /// <returns>An ISO 639-1 code; null when the tag names no language.</returns>
    public static string? Read(string? tag)
    {
        if (tag is null or { Length: < 2 or > LongestTag } || !char.IsAsciiLetter(tag[0]) || !char.IsAsciiLetter(tag[1]) || (tag.Length > 2 && tag[2] is not ('-' or '_' or '@')))
        {
            return null;
        }

        var code = tag[..2].ToLowerInvariant();
        try
        {
            return CultureInfo.GetCultureInfo(code, predefinedOnly: true).TwoLetterISOLanguageName == code ? code : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Reads the language that a request asks for (<c>Accept-Language</c>, RFC 9110): the most wanted one that is a language.</summary>
    /// <param name="request">The request.</param>
    /// <returns>An ISO 639-1 code; null when it asks for none.</returns>
    public static string? Asked(HttpRequest request)
        => request.GetTypedHeaders().AcceptLanguage is { Count: > 0 } wishes
            ? wishes.Where(wish => wish.Quality is not 0).OrderByDescending(wish => wish.Quality ?? 1).Select(wish => Read(wish.Value.Value)).FirstOrDefault(code => code is not null)
            : null;
}
