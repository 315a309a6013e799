using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Copilot.Host.Identity.Tokens;

/// <summary>A public key of somebody who signs tokens. A key verifies only its own kind of signature, so that no algorithm can be swapped for another.</summary>
internal sealed class SigningKey
{
    private const int LeastBits = 2048;
    private readonly AsymmetricAlgorithm _key;
    private readonly string? _algorithm;

    private SigningKey(AsymmetricAlgorithm key, string? algorithm, IReadOnlyList<string>? endorsements)
    {
        (_key, _algorithm) = (key, algorithm);
        Endorsements = endorsements;
    }

    /// <summary>Gets the channels the key may speak for; null when its owner does not say.</summary>
    public IReadOnlyList<string>? Endorsements { get; }

    /// <summary>Reads a key (RFC 7517).</summary>
    /// <param name="key">The key as JSON.</param>
    /// <returns>The key, or null when it is not for signatures, of a kind not used here, or too weak.</returns>
    public static SigningKey? Read(JsonElement key)
    {
        if (key.Word("use") is not (null or "sig"))
        {
            return null;
        }

        var endorsements = key.TryGetProperty("endorsements", out var list) && list.ValueKind == JsonValueKind.Array ? key.Words("endorsements") : null;
        try
        {
            return (key.Word("kty"), key.Word("crv")) switch
            {
                ("RSA", _) when Rsa(key) is { } rsa => new SigningKey(rsa, key.Word("alg"), endorsements),
                ("EC", "P-256") => new SigningKey(Curve(key), key.Word("alg"), endorsements),
                _ => null,
            };
        }
        catch (Exception unusable) when (unusable is FormatException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Checks a signature.</summary>
    /// <param name="token">The token.</param>
    /// <returns>True when the key's owner signed it.</returns>
    public bool Signed(SignedToken token)
        => (_algorithm is null || _algorithm == token.Algorithm) && (_key, token.Algorithm) switch
        {
            (RSA rsa, "RS256") => rsa.VerifyData(token.Signed, token.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            (RSA rsa, "PS256") => rsa.VerifyData(token.Signed, token.Signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            (ECDsa curve, "ES256") => curve.VerifyData(token.Signed, token.Signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation),
            _ => false,
        };

    private static RSA? Rsa(JsonElement key)
    {
        var rsa = RSA.Create(new RSAParameters { Modulus = Number(key, "n"), Exponent = Number(key, "e") });
        if (rsa.KeySize >= LeastBits)
        {
            return rsa;
        }

        rsa.Dispose();
        return null;
    }

    private static ECDsa Curve(JsonElement key)
        => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = Number(key, "x"), Y = Number(key, "y") } });

    private static byte[] Number(JsonElement key, string name) => Base64Url.DecodeFromChars(key.Word(name) ?? throw new FormatException($"A key lacks {name}."));
}
