using System.Collections.Concurrent;
using System.Reflection;

namespace MicroWins.Storage;

/// <summary>A property of an object that brings values for a statement.</summary>
readonly record struct PropertyReader(string Name, Type Type, Func<object, object?> Read);

/// <summary>The properties of the objects that bring values, looked up once for each type.</summary>
static class PropertyReaders
{
    static readonly ConcurrentDictionary<Type, PropertyReader[]> Known = [];

    static readonly MethodInfo Getter = typeof(PropertyReaders).GetMethod(nameof(Read), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static PropertyReader[] Of(Type type) => Known.GetOrAdd(type, static type => [.. type.GetProperties().Select(Reader)]);

    // A delegate on the getter, and no code that is written at run time, which a start would have to compile for each type.
    static PropertyReader Reader(PropertyInfo property) => new(
        property.Name, property.PropertyType,
        (Func<object, object?>)Getter.MakeGenericMethod(property.DeclaringType!, property.PropertyType).Invoke(null, [property.GetMethod])!);

    static Func<object, object?> Read<TOwner, TValue>(MethodInfo getter)
    {
        var read = getter.CreateDelegate<Func<TOwner, TValue>>();
        return owner => read((TOwner)owner);
    }
}
