using System.Reflection;
using System.Reflection.Emit;

namespace Disclosure.Tests.Architecture;

/// <summary>
/// The types that a compiled type uses: in its declaration, in its attributes and in the bodies of its methods.
/// A tag in a razor file is an opened component in the compiled method, whichever line of an _Imports file made its name known.
/// </summary>
internal static class TypeUses
{
    private const BindingFlags All =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value);

    /// <summary>
    /// Types of the same assembly that a type uses, without itself and without what the compiler makes once for all files.
    /// </summary>
    public static IEnumerable<Type> Of(Type type) =>
        Named(type).SelectMany(Parts).Where(t => t.Assembly == type.Assembly && t != type && !IsOfTheCompiler(t)).Distinct();

    private static bool IsOfTheCompiler(Type type) => type.DeclaringType is { } outer ? IsOfTheCompiler(outer) : type.Name.StartsWith('<');

    private static IEnumerable<Type> Named(Type type)
    {
        IEnumerable<Type?> declared =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(All).Select(f => f.FieldType),
            .. Attributes(type),
        ];
        var members = type.GetMembers(All).Where(m => m is not Type).SelectMany(Attributes);
        var methods = type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)).SelectMany(OfMethod);
        return declared.OfType<Type>().Concat(members).Concat(methods);
    }

    private static IEnumerable<Type> Attributes(MemberInfo member) =>
        member
            .GetCustomAttributesData()
            .SelectMany(a => a.ConstructorArguments.Select(c => c.Value as Type).Append(a.AttributeType))
            .OfType<Type>();

    private static IEnumerable<Type> OfMethod(MethodBase method)
    {
        IEnumerable<Type> signature =
        [
            .. method.GetParameters().Select(p => p.ParameterType),
            .. method is MethodInfo m ? [m.ReturnType] : Type.EmptyTypes,
        ];
        return method.GetMethodBody() is { } body
            ? signature
                .Concat(body.LocalVariables.Select(v => v.LocalType))
                .Concat(Tokens(body.GetILAsByteArray()!).SelectMany(t => OfToken(method, t)))
            : signature;
    }

    // Tokens of members and types in the order of the instructions; everything else is only passed over.
    private static IEnumerable<int> Tokens(byte[] code)
    {
        for (var at = 0; at < code.Length;)
        {
            var value = code[at++];
            var op = value == 0xFE ? Codes[(short)(value << 8 | code[at++])] : Codes[value];
            if (op.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return BitConverter.ToInt32(code, at);
            }
            at += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }

    private static IEnumerable<Type> OfToken(MethodBase method, int token)
    {
        var ofType = method.DeclaringType!.GetGenericArguments();
        var ofMethod = method.IsGenericMethod ? method.GetGenericArguments() : null;
        return method.Module.ResolveMember(token, ofType, ofMethod) switch
        {
            Type t => [t],
            MethodBase m => [m.DeclaringType!, .. m.IsGenericMethod ? m.GetGenericArguments() : Type.EmptyTypes],
            FieldInfo f => [f.DeclaringType!, f.FieldType],
            _ => [],
        };
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];
}
