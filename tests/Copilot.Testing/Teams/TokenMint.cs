using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Copilot.Testing.Teams;

/// <summary>Signs tokens with keys of its own, good ones and every kind of bad one.</summary>
public sealed class TokenMint : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);
    private readonly RSA _other = RSA.Create(2048);

    /// <summary>Gets the id of the key; changes with <see cref="Rotate"/>.</summary>
    public string KeyId { get; private set; } = "key-1";

    /// <summary>Gets the key as its issuer publishes it.</summary>
    public JsonObject PublicKey(params string[]? endorsements)
    {
        var key = Public(_key, KeyId);
        if (endorsements is not null)
        {
            key["endorsements"] = new JsonArray([.. endorsements.Select(e => JsonValue.Create(e))]);
        }

        return key;
    }

    /// <summary>Goes on under another name, as after a rotation.</summary>
    public void Rotate() => KeyId += "-next";

    /// <summary>Signs claims.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="algorithm">What the header says.</param>
    /// <param name="keyId">Another key's id, or null for ours.</param>
    /// <param name="header">More of the header.</param>
    public string Sign(JsonObject claims, string algorithm = "RS256", string? keyId = null, JsonObject? header = null)
    {
        var head = header?.DeepClone().AsObject() ?? [];
        head["alg"] = algorithm;
        head["kid"] = keyId ?? KeyId;
        head["typ"] ??= "JWT";
        var signed = $"{Part(head.ToJsonString())}.{Part(claims.ToJsonString())}";
        var data = Encoding.ASCII.GetBytes(signed);
        var signature = algorithm switch
        {
            "none" => [],

            // The confusion of old libraries: the public key, which everybody has, taken as the secret.
            "HS256" => HMACSHA256.HashData(_key.ExportSubjectPublicKeyInfo(), data),
            "PS256" => _key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            "RS512" => _key.SignData(data, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            _ => _key.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Signs claims with a key nobody published, under the name of ours.</summary>
    public string Forge(JsonObject claims)
    {
        var signed = $"{Part(new JsonObject { ["alg"] = "RS256", ["kid"] = KeyId, ["jwk"] = Public(_other, KeyId) }.ToJsonString())}.{Part(claims.ToJsonString())}";
        return $"{signed}.{Base64Url.EncodeToString(_other.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _key.Dispose();
        _other.Dispose();
    }

    private static JsonObject Public(RSA key, string id)
    {
        var numbers = key.ExportParameters(false);
        return new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = id, ["n"] = Base64Url.EncodeToString(numbers.Modulus), ["e"] = Base64Url.EncodeToString(numbers.Exponent) };
    }

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
